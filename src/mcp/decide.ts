import { z } from 'zod'
import { pulls } from '../core/answering/own-case.ts'
import { givenFact } from '../core/decision/given.ts'
import { fullIds } from '../core/domain/catalogue.ts'
import type { Engine, PreparedComparison } from '../core/engine.ts'
import { didYouMean } from '../core/language/nearest.ts'
import { findComparison } from './find-comparison.ts'
import { InputError } from './input-error.ts'
import { type Told, tell } from './tell.ts'

export const decideInput = z.strictObject({
  comparison: z.string().min(1).describe('Slug of the comparison, from list_comparisons.'),
  facts: z
    .record(z.string(), z.enum(['yes', 'no', 'maybe']))
    .describe(
      'Fact ids from list_comparisons with yes, no or maybe (not known, the same as left out). Facts of one option ' +
        'are written with it: team/OPTION, existing/OPTION.',
    ),
})

/** The verdict on facts that somebody already knows; nothing is read from text. Throws an InputError for unknown ids. */
export function decide(
  engine: Engine,
  { comparison, facts }: z.output<typeof decideInput>,
  { today, command }: { today: string; command: string },
): Told {
  const of = findComparison(engine, comparison)
  checkIds(of, Object.keys(facts))
  const given = Object.entries(facts).map(([id, value]) => givenFact(id, value))
  const { slug } = of.comparison
  const told = tell(
    engine,
    { text: '', asOf: today, comparison: slug, given: { facts: given, only: true, deadlock: false } },
    command,
  )
  const unused = Object.keys(facts).filter((id) => !pulls(of, { id }))
  return unused.length > 0
    ? { ...told, text: `${told.text}\n\nNo rule of ${slug} uses ${unused.join(', ')}.` }
    : told
}

function checkIds(of: PreparedComparison, ids: readonly string[]): void {
  const { comparison, catalogue } = of
  const known = fullIds(catalogue.facts, comparison.options)
  const unknown = ids.filter((id) => !known.includes(id))
  if (unknown.length === 0) return
  const usable = known.filter((id) => pulls(of, { id }))
  const lines = unknown.map((id) =>
    `${comparison.slug} knows no fact "${id}". ${didYouMean(id, known)}`.trim(),
  )
  throw new InputError(`${lines.join('\n')}\nIts rules use: ${usable.join(', ')}.`)
}
