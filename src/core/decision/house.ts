import type { Decision, RuleOutcome } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Catalogue, FactId } from '../domain/fact.ts'
import { decide } from './decide.ts'
import { givenFact } from './given.ts'

/** True where a house has rules of its own: what guides recommend may not hold there. */
export function hasHouseRules({ rules }: Comparison): boolean {
  return rules.rules.some(({ tier }) => tier === 'must')
}

/** The decision where exactly these facts hold. */
export function decisionOn(comparison: Comparison, catalogue: Catalogue, facts: readonly FactId[]): Decision {
  return decide(
    comparison,
    catalogue,
    facts.map((id) => givenFact(id, 'yes')),
  )
}

/** The rules of the house among what decided. */
export function houseRulesIn({ decided }: Pick<Decision, 'decided'>): RuleOutcome[] {
  return decided.filter(({ tier }) => tier === 'must')
}
