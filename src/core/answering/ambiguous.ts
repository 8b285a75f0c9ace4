import type { Ambiguous } from '../domain/answer.ts'
import type { Entry, EntryId } from '../domain/entry.ts'
import type { Routed } from '../routing/routed.ts'

/** The three entries that fit a question best, to choose from. */
export function ambiguous({ of, match }: Routed): Ambiguous {
  const candidates = match.ranked.slice(0, 3).map(({ entry }) => candidate(of.comparison.entries[entry]!))
  return { kind: 'ambiguous', comparison: of.comparison, candidates }
}

/** An entry as it is offered. */
export function candidate(entry: Entry): { entry: EntryId; title: string } {
  return { entry: entry.entry, title: entry.title }
}
