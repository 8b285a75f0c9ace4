import type { Comparison } from '../../core/domain/comparison.ts'
import type { Rule } from '../../core/domain/rule.ts'
import type { Finding } from './finding.ts'

/** Options that no rule pulls to, and rules of one tier on the same facts. */
export function checkTiers({ slug, options, rules: { rules } }: Comparison): Finding[] {
  const gaps = options
    .filter(({ id }) => !rules.some(({ option }) => option === id))
    .map(
      ({ id, name }): Finding => ({
        level: 'warning',
        where: `${slug} option ${id}`,
        problem: `no rule pulls to ${name}, so only its team or what runs can lead there`,
        remedy: 'Write what speaks for it, or leave it where nothing does.',
      }),
    )
  return [...gaps, ...overlaps(slug, rules)]
}

function overlaps(slug: string, rules: readonly Rule[]): Finding[] {
  // How rules of the house stand to each other is looked at apart.
  const ofGuides = rules.filter(({ tier }) => tier !== 'must')
  return ofGuides.flatMap((rule, place): Finding[] => {
    const other = ofGuides.slice(0, place).find((before) => keyOf(before) === keyOf(rule))
    if (!other) return []
    const same = other.option === rule.option
    return [
      {
        level: 'warning',
        where: `${slug} rule ${rule.id}`,
        problem: `rests on the facts of ${other.id} in the same tier${same ? '' : `, and pulls to ${rule.option} instead of ${other.option}`}`,
        remedy: same ? 'Make one rule of the two.' : 'Give one of them another fact, part or tier.',
      },
    ]
  })
}

/** Equal for rules that hold together on one part. */
function keyOf({ tier, when, unless, part }: Rule): string {
  return [tier, [...when].sort().join(), [...unless].sort().join(), part ?? ''].join(' ')
}
