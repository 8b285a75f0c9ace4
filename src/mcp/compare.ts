import { z } from 'zod'
import { rowsOf } from '../core/decision/relevant-rows.ts'
import type { Agreement } from '../core/domain/answer.ts'
import { citationParts } from '../core/domain/citation-parts.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Criterion } from '../core/domain/entry.ts'
import { Grade } from '../core/domain/source.ts'
import { countedSources } from '../core/domain/voices.ts'
import type { Engine } from '../core/engine.ts'
import { didYouMean } from '../core/language/nearest.ts'
import { criterionLines, sourceLine } from './comparison-text.ts'
import { findComparison } from './find-comparison.ts'
import { InputError } from './input-error.ts'
import type { Told } from './tell.ts'

export const compareInput = z.strictObject({
  comparison: z.string().min(1).describe('Slug of the comparison, from list_comparisons.'),
  criteria: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('Ids of criteria, from list_comparisons; left out, those of its overview.'),
})

const claim = z.object({ text: z.string(), cites: z.array(z.string()) })

export const compareOutput = z.object({
  comparison: z.string(),
  title: z.string(),
  options: z.array(z.object({ id: z.string(), name: z.string() })),
  criteria: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      answer: z.string(),
      better: z.string().describe('option that most sources name; both, neither or split'),
      agreement: z.object({
        for: z.array(z.string()),
        against: z.array(z.object({ option: z.string(), sources: z.array(z.string()) })),
        mixed: z.array(z.string()),
        open: z.array(z.string()).describe('speak of it without naming one'),
        silent: z.array(z.string()),
      }),
      positions: z.array(
        z.object({
          source: z.string(),
          winner: z.string(),
          says: z.record(z.string(), z.string()).describe('what it says of each option'),
          cites: z.array(z.string()),
        }),
      ),
      points: z.array(claim),
      differ: claim.nullable().describe('where sources differ'),
    }),
  ),
  others: z.array(z.string()).describe('ids of criteria that were not asked for'),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      date: z.string(),
      grade: Grade,
      interest: z.string().describe('what the publisher gains if the reader believes it'),
      url: z.string().nullable(),
      counted: z.boolean().describe('whether its position counts in agreement'),
    }),
  ),
})
type Compared = z.output<typeof compareOutput>

/** What the sources say of each option, criterion by criterion. Throws an InputError for unknown ids. */
export function compare(
  engine: Engine,
  { comparison: name, criteria: wanted }: z.output<typeof compareInput>,
): Told {
  const { comparison } = findComparison(engine, name)
  const known = comparison.entries.flatMap((entry) => (entry.kind === 'criterion' ? [entry.id] : []))
  const ids = [...new Set(wanted ?? comparison.overview.criteria)].map((id) => id.replace(/^criterion\//, ''))
  checkIds(comparison.slug, ids, known)
  const rows = rowsOf(comparison, ids)
  const criteria = rows.map(({ criterion, agreement }) => comparedOn(criterion, agreement))
  const others = known.filter((id) => !ids.includes(id))
  const { slug, title, options } = comparison
  const compared: Compared = {
    comparison: slug,
    title,
    options: options.map(({ id, name }) => ({ id, name })),
    criteria,
    others,
    sources: sourcesOf(comparison, criteria),
  }
  const text = [
    `${title}: what ${comparison.voices.many} say`,
    ...rows.map(({ criterion, agreement }) => criterionLines(comparison, criterion, agreement).join('\n')),
    ['Sources', ...compared.sources.map(sourceLine)].join('\n'),
    ...(others.length > 0 ? [`Other criteria: ${others.join(', ')}`] : []),
  ].join('\n\n')
  return { structured: compared, text }
}

function checkIds(slug: string, ids: readonly string[], known: readonly string[]): void {
  const unknown = ids.filter((id) => !known.includes(id))
  if (unknown.length === 0) return
  const lines = unknown.map((id) => `${slug} has no criterion "${id}". ${didYouMean(id, known)}`.trim())
  throw new InputError(`${lines.join('\n')}\nIts criteria: ${known.join(', ')}.`)
}

function comparedOn(
  { id, title, answer, positions, points, differ }: Criterion,
  { winner, forIt, against, mixed, open, silent }: Agreement,
): Compared['criteria'][number] {
  return {
    id,
    title,
    answer,
    better: winner,
    agreement: {
      for: forIt,
      against: against.map(({ option, guides }) => ({ option, sources: guides })),
      mixed,
      open,
      silent,
    },
    positions: positions.map(({ guide, winner, says, at }) => ({ source: guide, winner, says, cites: at })),
    points,
    differ: differ ?? null,
  }
}

/** The sources that something shown rests on, in the order of the knowledge. */
function sourcesOf(comparison: Comparison, criteria: Compared['criteria']): Compared['sources'] {
  const cited = new Set(
    criteria
      .flatMap(({ positions, points, differ }) => [...positions, ...points, ...(differ ? [differ] : [])])
      .flatMap(({ cites }) => cites.map((cite) => citationParts(cite).source)),
  )
  const counted = new Set(countedSources(comparison).map(({ id }) => id))
  return comparison.sources
    .filter(({ id }) => cited.has(id))
    .map(({ id, title, publisher, date, grade, interest, url }) => ({
      id,
      title,
      publisher,
      date,
      grade,
      interest,
      url: url ?? null,
      counted: counted.has(id),
    }))
}
