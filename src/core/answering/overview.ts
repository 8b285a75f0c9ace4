import { decisionOn, hasHouseRules, houseRulesIn } from '../decision/house.ts'
import { rowsOf } from '../decision/relevant-rows.ts'
import type { Overview } from '../domain/answer.ts'
import type { PreparedComparison } from '../engine.ts'

/** The answer to names and nothing else. What the cases lead to is decided anew where a house has rules of its own. */
export function overview({ comparison, catalogue }: PreparedComparison): Overview {
  const { cases, criteria } = comparison.overview
  const rows = rowsOf(comparison, criteria)
  if (!hasHouseRules(comparison)) return { kind: 'comparison', comparison, cases, rows }
  const house = houseRulesIn(decisionOn(comparison, catalogue, []))
  return {
    kind: 'comparison',
    comparison,
    cases: cases.map((each) => ({
      ...each,
      pick: decisionOn(comparison, catalogue, each.facts).pick ?? 'open',
    })),
    rows,
    ...(house.length > 0 ? { house } : {}),
  }
}
