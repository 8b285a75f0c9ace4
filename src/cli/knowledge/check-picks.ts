import { decisionOn } from '../../core/decision/house.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { Catalogue } from '../../core/domain/fact.ts'
import { withoutHouse } from './check-house.ts'
import type { Finding } from './finding.ts'

/**
 * Cases of the overview and scenarios whose pick is neither what the rules give for their facts nor what they gave
 * without a house.
 */
export function checkPicks(comparison: Comparison, catalogue: Catalogue): Finding[] {
  const { slug, overview, entries } = comparison
  const claimed = [
    ...overview.cases.map(({ label, facts, pick }) => ({ name: `case ${label}`, facts, pick })),
    ...entries.flatMap((entry) =>
      entry.kind === 'scenario' ? [{ name: entry.entry, facts: entry.facts, pick: entry.pick }] : [],
    ),
  ]
  return claimed.flatMap(({ name, facts, pick }): Finding[] => {
    const given = decisionOn(comparison, catalogue, facts)
    if (given.pick === pick) return []
    if (decisionOn(withoutHouse(comparison), catalogue, facts).pick === pick) return []
    const by = given.decided.map(({ rule }) => rule).join(', ') || 'no rule'
    return [
      {
        level: 'error',
        where: `${slug} ${name}`,
        problem: `says ${pick}, but the rules give ${given.pick} (${by})`,
        remedy: 'Correct its facts or its pick, or the rules.',
      },
    ]
  })
}
