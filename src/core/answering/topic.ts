import { agreement } from '../decision/agreement.ts'
import { decisionOn, hasHouseRules, houseRulesIn } from '../decision/house.ts'
import { rowsOf } from '../decision/relevant-rows.ts'
import type { Agreement, RuleOutcome, TableAnswer, TopicAnswer } from '../domain/answer.ts'
import type { Entry, EntryId } from '../domain/entry.ts'
import { voicesOn } from '../domain/voices.ts'
import type { PreparedComparison } from '../engine.ts'
import { onceForBoth } from '../once.ts'
import type { Routed } from '../routing/routed.ts'

/** What an entry says to whoever asks. */
type Said = Omit<TopicAnswer, 'matched'>

/** The answer of one entry; `matched` are the question's words that led there. */
export function topic(of: PreparedComparison, entry: Entry, matched: string[]): TopicAnswer | TableAnswer {
  if (entry.kind === 'table') return { kind: 'table', comparison: of.comparison, entry }
  return { ...saidBy(of, entry), matched }
}

const saidBy = onceForBoth((of: PreparedComparison, entry: Exclude<Entry, { kind: 'table' }>): Said => {
  const { comparison } = of
  const stand = entry.positions.length
    ? agreement(entry.positions, voicesOn(comparison, entry.positions))
    : null
  const house = hasHouseRules(comparison) ? houseAgainst(of, entry, stand) : []
  return {
    kind: 'faq',
    comparison,
    entry,
    agreement: stand,
    rows: 'criteria' in entry ? rowsOf(comparison, entry.criteria) : [],
    ...(house.length > 0 ? { house } : {}),
  }
})

/** Rules of the house that give another option than the entry's first line: a situation's, a pick's, a criterion's. */
function houseAgainst(
  { comparison, catalogue }: PreparedComparison,
  entry: Exclude<Entry, { kind: 'table' }>,
  stand: Agreement | null,
): RuleOutcome[] {
  const said = 'pick' in entry ? entry.pick : entry.kind === 'criterion' ? stand?.winner : undefined
  if (said === undefined) return []
  const decision = decisionOn(comparison, catalogue, entry.kind === 'scenario' ? entry.facts : [])
  return decision.pick === said ? [] : houseRulesIn(decision)
}

/** The answer of the entry with an id; null where there is none. */
export function topicOf(of: PreparedComparison, id: EntryId): TopicAnswer | TableAnswer | null {
  const entry = of.comparison.entries.find((candidate) => candidate.entry === id)
  return entry ? topic(of, entry, []) : null
}

/** The entry that fits a question best; none where a comparison has no entries. */
export function bestEntry({ of, match }: Routed): Entry | undefined {
  const [best] = match.ranked
  return best && of.comparison.entries[best.entry]
}

/** The answer of the entry that fits a question best. */
export function bestTopic(routed: Routed): TopicAnswer | TableAnswer {
  return topic(routed.of, bestEntry(routed)!, routed.match.matched)
}
