import { clarify } from './decision/clarify.ts'
import { decide } from './decision/decide.ts'
import { flips } from './decision/flips.ts'
import { relevantRows } from './decision/relevant-rows.ts'
import type { Verdict } from './domain/answer.ts'
import type { Comparison } from './domain/comparison.ts'
import type { Catalogue, ReadFact } from './domain/fact.ts'

/** All of a verdict that its facts alone decide, whoever said them in which words. */
export type Weighed = Omit<
  Verdict,
  'kind' | 'comparison' | 'facts' | 'noRule' | 'deadlock' | 'read' | 'whatIf' | 'id'
>

/** Rows of a card's table. */
const ROWS = 6

export function weigh(comparison: Comparison, catalogue: Catalogue, facts: readonly ReadFact[]): Weighed {
  const decision = decide(comparison, catalogue, facts)
  const turns = flips(comparison, catalogue, facts, decision)
  return {
    ...decision,
    flips: turns,
    clarifying: clarify(comparison, catalogue, facts, decision),
    rows: relevantRows(comparison, { facts, decision, flips: turns }, ROWS),
  }
}

/** Equal for facts that weigh the same, in any order: which hold and on what part, which are disputed or only mentioned. */
export function weightKey(facts: readonly ReadFact[]): string {
  const kinds = facts.map(({ id, value, counted, part, reason, grade }) => {
    if (counted) return `${id}=${value}=${part ?? ''}`
    if (reason === 'contradicted') return `${id}!`
    return grade === 'assumed' || reason === 'assumed' ? `${id}~` : `${id}?`
  })
  return [...new Set(kinds)].sort().join(' ')
}
