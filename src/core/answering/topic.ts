import { agreement } from '../decision/agreement.ts'
import { rowsOf } from '../decision/relevant-rows.ts'
import type { TableAnswer, TopicAnswer } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Entry, EntryId } from '../domain/entry.ts'
import { voicesOn } from '../domain/voices.ts'
import type { Routed } from '../routing/routed.ts'

/** The answer of one entry; `matched` are the question's words that led there. */
function topic(comparison: Comparison, entry: Entry, matched: string[]): TopicAnswer | TableAnswer {
  if (entry.kind === 'table') return { kind: 'table', comparison, entry }
  return {
    kind: 'faq',
    comparison,
    entry,
    agreement: entry.positions.length
      ? agreement(entry.positions, voicesOn(comparison, entry.positions))
      : null,
    rows: 'criteria' in entry ? rowsOf(comparison, entry.criteria) : [],
    matched,
  }
}

/** The answer of the entry with an id; null where there is none. */
export function topicOf(comparison: Comparison, id: EntryId): TopicAnswer | TableAnswer | null {
  const entry = comparison.entries.find((candidate) => candidate.entry === id)
  return entry ? topic(comparison, entry, []) : null
}

/** The answer of the entry that fits a question best. */
export function bestTopic({ of, match }: Routed): TopicAnswer | TableAnswer {
  return topic(of.comparison, of.comparison.entries[match.ranked[0]!.entry]!, match.matched)
}
