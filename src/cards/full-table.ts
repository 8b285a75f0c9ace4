import type { Answer, TableAnswer, TopicAnswer } from '../core/domain/answer.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Criterion, Position } from '../core/domain/entry.ts'
import { section, smallPrint, table } from './blocks.ts'
import type { Block, Card, CardContext } from './card-types.ts'
import { chartOf } from './chart.ts'
import { cut, escapeText } from './mrkdwn.ts'
import { type Numbering, numberSources } from './sources.ts'
import { bothFit, capitalized, counted, pickName } from './wording.ts'

/** Longest table that Slack takes for sure, all marks of its JSON included; see block-kit/limits.ts. */
const jsonLength = 9000
const cellLength = 120

/**
 * The whole table of an answer, for whoever pressed alone: what each option is said to be, criterion by criterion
 * or guide by guide, or a stored table as it is. Null where the answer has none.
 */
export function fullTable(answer: Answer, context: CardContext): Card | null {
  switch (answer.kind) {
    case 'verdict':
    case 'comparison': {
      const criteria = orderedCriteria(answer.comparison, answer.rows)
      const cites = criteria.flatMap(({ positions }) => positions.flatMap(({ at }) => at))
      return criteriaTable(answer.comparison, criteria, numberSources(answer, cites), context)
    }
    case 'table':
      return storedTable(answer, numberSources(answer))
    case 'faq':
      if (answer.entry.kind !== 'table' && answer.entry.positions.length > 0)
        return guideTable(answer, answer.entry.positions, numberSources(answer))
      return criteriaTable(
        answer.comparison,
        answer.rows.map(({ criterion }) => criterion),
        numberSources(answer),
        context,
      )
    default:
      return null
  }
}

function criteriaTable(
  comparison: Comparison,
  criteria: readonly Criterion[],
  numbering: Numbering,
  context: CardContext,
): Card | null {
  if (criteria.length === 0) return null
  const options = comparison.options
  const rows = criteria.map(({ short, positions }) => [
    short,
    ...options.map(({ id }) => optionCell(positions, id, numbering)),
    namedBy(comparison, positions, numbering),
  ])
  const { kept, left } = withinLength([
    ['Criterion', ...options.map(({ name }) => name), `Better by ${comparison.voices.one}`],
    ...rows,
  ])
  const [next] = criteria.slice(kept.length - 1)
  const rest = next
    ? [
        smallPrint(
          `${counted(left, 'more criterion', 'more criteria')}: ask for one, as in ${escapeText(`${context.command} ${next.title}`)}`,
        ),
      ]
    : []
  const first = `${comparison.title}: ${counted(kept.length - 1, 'criterion', 'criteria')}, ${comparison.voices.one} by ${comparison.voices.one}.`
  const cites = criteria
    .slice(0, kept.length - 1)
    .flatMap(({ positions }) => positions.flatMap(({ at }) => at))
  return message(first, table(kept, true), numbering.mark(cites), rest)
}

/** The answer's own criteria first, then the others in the comparison's order. */
function orderedCriteria(comparison: Comparison, rows: readonly { criterion: Criterion }[]): Criterion[] {
  const own = rows.map(({ criterion }) => criterion)
  const ids = new Set(own.map(({ id }) => id))
  return [
    ...own,
    ...comparison.entries.filter((entry) => entry.kind === 'criterion' && !ids.has(entry.id)),
  ].filter((each): each is Criterion => 'short' in each)
}

/** What is said of an option, by as many guides as the cell holds, each with its number. */
function optionCell(positions: readonly Position[], option: string, numbering: Numbering): string {
  const says = positions.flatMap(({ says: said, at }) =>
    said[option] === undefined ? [] : [`${cut(said[option], cellLength - 6)} ${numbering.plain(at)}`],
  )
  const [first = '–', ...others] = says
  return others.reduce(
    (text, each) => (text.length + each.length + 1 <= cellLength ? `${text} ${each}` : text),
    first,
  )
}

/** "Alpha [1][2], mixed [3]". */
function namedBy(comparison: Comparison, positions: readonly Position[], numbering: Numbering): string {
  const winners = [...new Set(positions.map(({ winner }) => winner))]
  return winners
    .map((winner) => {
      const guides = positions.filter((position) => position.winner === winner).map(({ guide }) => guide)
      return `${winnerWords(comparison, winner)} ${numbering.plain(guides)}`
    })
    .join(', ')
}

/** Whom a guide names: an option, or what stands in its place. */
export function winnerWords(comparison: Comparison, winner: string): string {
  const words: Record<string, string> = { none: 'no pick', both: bothFit(comparison) }
  return words[winner] ?? pickName(comparison, winner)
}

function guideTable(answer: TopicAnswer, positions: readonly Position[], numbering: Numbering): Card {
  const { comparison, entry } = answer
  const rows = positions.map((position) => {
    const publisher = comparison.sources.find(({ id }) => id === position.guide)?.publisher ?? position.guide
    return [
      `${numbering.plain([position.guide])} ${publisher}`,
      ...comparison.options.map(({ id }) => cut(position.says[id] ?? '–', cellLength * 2)),
      winnerWords(comparison, position.winner),
    ]
  })
  const { kept } = withinLength([
    [capitalized(comparison.voices.one), ...comparison.options.map(({ name }) => name), 'Better'],
    ...rows,
  ])
  const cites = positions.slice(0, kept.length - 1).flatMap(({ at }) => at)
  return message(entry.answer, table(kept, true), numbering.mark(cites), [])
}

function storedTable({ entry }: TableAnswer, numbering: Numbering): Card {
  const same = new Set(entry.rows.map(({ cites }) => numbering.plain(cites))).size === 1
  const rows = entry.rows.map(({ cells, cites }) => (same ? cells : [...cells, numbering.plain(cites)]))
  const { kept, left } = withinLength([same ? entry.columns : [...entry.columns, 'Source'], ...rows])
  const caveat = entry.caveat ? ` ${escapeText(entry.caveat.text)} ${numbering.mark(entry.caveat.cites)}` : ''
  const rest = left > 0 ? [smallPrint(`${counted(left, 'more row')}: open the source.`)] : []
  const cites = entry.rows.slice(0, kept.length - 1).flatMap((row) => row.cites)
  const card = message(entry.answer, table(kept, true), numbering.mark(cites), rest)
  const chart = chartOf({ entry })
  const [, ...others] = card.blocks
  return {
    text: `${card.text}${caveat}`,
    blocks: [section(`${escapeText(entry.answer)}${caveat}`), ...(chart ? [chart] : []), ...others],
  }
}

/** The rows that the length has room for, the header always among them, and how many are left. */
function withinLength(rows: readonly string[][]): { kept: string[][]; left: number } {
  const kept: string[][] = []
  let used = 0
  for (const row of rows) {
    used += JSON.stringify(table([row])).length
    if (used > jsonLength && kept.length > 1) break
    kept.push(row)
  }
  return { kept, left: rows.length - kept.length }
}

/** Cells cannot carry links without great length, so the sources stand once below the table. */
function message(first: string, rows: Block, marks: string, rest: Block[]): Card {
  return {
    text: escapeText(first),
    blocks: [section(escapeText(first)), rows, ...(marks ? [smallPrint(`Sources: ${marks}`)] : []), ...rest],
  }
}
