import { decide } from '../../core/decision/decide.ts'
import { givenFact } from '../../core/decision/given.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { Catalogue } from '../../core/domain/fact.ts'
import type { Finding } from './finding.ts'

/** Cases of the overview and scenarios whose pick is not what the rules give for their facts. */
export function checkPicks(comparison: Comparison, catalogue: Catalogue): Finding[] {
  const { slug, overview, entries } = comparison
  const claimed = [
    ...overview.cases.map(({ label, facts, pick }) => ({ name: `case ${label}`, facts, pick })),
    ...entries.flatMap((entry) =>
      entry.kind === 'scenario' ? [{ name: entry.entry, facts: entry.facts, pick: entry.pick }] : [],
    ),
  ]
  return claimed.flatMap(({ name, facts, pick }): Finding[] => {
    const given = decide(
      comparison,
      catalogue,
      facts.map((id) => givenFact(id, 'yes')),
    )
    if (given.pick === pick) return []
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
