import { winnerWords } from '../cards/full-table.ts'
import { ownerLine, pickName } from '../cards/wording.ts'
import { rowsOf } from '../core/decision/relevant-rows.ts'
import type { Agreement } from '../core/domain/answer.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Criterion } from '../core/domain/entry.ts'
import type { Rule } from '../core/domain/rule.ts'
import type { Source } from '../core/domain/source.ts'
import { TIERS } from '../core/domain/tier.ts'

/** A comparison as one readable page in Markdown: the short answer, criteria, rules, sources with their addresses. */
export function comparisonText(comparison: Comparison): string {
  const { title, slug, subject, overview, entries, rules, sources } = comparison
  const criteria = entries.flatMap((entry) => (entry.kind === 'criterion' ? [entry.id] : []))
  const rows = rowsOf(comparison, criteria)
  return [
    `# ${title}`,
    `${slug}, on ${subject}. ${ownerLine(comparison)}`,
    overview.answer,
    overview.cases
      .map(({ line, pick, instead }) => `- ${line}: ${instead ?? pickName(comparison, pick)}`)
      .join('\n'),
    '## Criteria',
    ...rows.map(({ criterion, agreement }) => {
      const [head = '', ...lines] = criterionLines(comparison, criterion, agreement)
      return [`### ${head}`, ...lines.map((line) => `- ${line}`)].join('\n')
    }),
    '## Rules',
    [...rules.rules]
      .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
      .map((rule) => `- ${ruleLine(comparison, rule)}`)
      .join('\n'),
    '## Sources',
    sources.map((source) => `- ${sourceLine(source)}`).join('\n'),
  ].join('\n\n')
}

/** A criterion with what each source says: its title, then one line each. */
export function criterionLines(
  comparison: Comparison,
  { id, title, answer, positions, points, differ, cites }: Criterion,
  agreement: Agreement,
): string[] {
  return [
    `${title} (${id})`,
    `${answer} ${marks(cites)}`,
    `Better: ${standing(comparison, agreement)}`,
    ...points.map(({ text, cites }) => `${text} ${marks(cites)}`),
    ...(differ ? [`Sources differ: ${differ.text} ${marks(differ.cites)}`] : []),
    ...positions.map(({ guide, winner, says, at }) => {
      const each = Object.entries(says).map(([option, text]) => `${pickName(comparison, option)}: ${text}`)
      return `${guide} says ${winnerWords(comparison, winner)}. ${[...each, marks(at)].join(' ')}`
    }),
  ]
}

/** "Alpha by S0, S1; Beta by S2; mixed S3; silent S4". */
function standing(
  comparison: Comparison,
  { winner, forIt, against, mixed, open, silent }: Agreement,
): string {
  const named = [{ option: winner, guides: forIt }, ...against].filter(({ guides }) => guides.length > 0)
  const others = [
    ...named.map(({ option, guides }) => `${winnerWords(comparison, option)} by ${guides.join(', ')}`),
    ...(mixed.length > 0 ? [`mixed ${mixed.join(', ')}`] : []),
    ...(open.length > 0 ? [`no pick ${open.join(', ')}`] : []),
    ...(silent.length > 0 ? [`silent ${silent.join(', ')}`] : []),
  ]
  return [...(winner === 'split' && against.length > 0 ? ['split'] : []), ...others].join('; ')
}

function ruleLine(comparison: Comparison, { id, tier, option, when, unless, because, cites }: Rule): string {
  const not = unless.length > 0 ? ` and not ${unless.join(', ')}` : ''
  return `${tier}, ${id}: ${when.join(' and ') || 'always'}${not} pulls to ${pickName(comparison, option)}. ${because} ${marks(cites)}`
}

function marks(cites: readonly string[]): string {
  return `[${cites.join(', ')}]`
}

/** A source with its date, its grade, its interest and its address. */
export function sourceLine({
  id,
  publisher,
  title,
  date,
  grade,
  interest,
  url,
}: Pick<Source, 'id' | 'publisher' | 'title' | 'date' | 'grade' | 'interest'> & {
  url?: string | null | undefined
}): string {
  return `${id}: ${publisher}: ${title}, ${date} (${grade}). ${interest} ${url ?? 'No public address.'}`
}
