import { TIERS, type Tier } from '../domain/tier.ts'
import type { HeldFacts } from './held-facts.ts'
import { type Pull, type Rulebook, WHOLE } from './rulebook.ts'

/** A rule that applies, on one part of the system. */
export interface Applied extends Pull {
  /** True when the text names the part, which says that it can stand alone. */
  named: boolean
}

/** Every rule that applies to the facts, on each part that the text names for its facts. */
export function appliedPulls(book: Rulebook, held: HeldFacts): Applied[] {
  const standing: Applied[] = []
  for (const [id, parts] of held) {
    const pull = book.standing.get(id)
    if (pull) standing.push(...onParts(pull, parts))
  }
  const applied = standing.filter((pull) => pull.kind !== 'team' || knowsOneOption(pull, standing))
  for (const rule of book.rules) {
    if (!rule.when.every((id) => held.has(id)) || rule.unless.some((id) => held.has(id))) continue
    const named = rule.when.find((id) => (held.get(id)?.length ?? 0) > 0)
    applied.push(...onParts(rule, named === undefined ? [] : held.get(named)!))
  }
  return applied
}

/** A team that knows several options of a part pulls to none of them. */
function knowsOneOption({ outcome }: Applied, standing: readonly Applied[]): boolean {
  return standing.every(
    (other) =>
      other.kind !== 'team' || other.outcome.part !== outcome.part || other.outcome.option === outcome.option,
  )
}

function onParts(pull: Pull, parts: readonly string[]): Applied[] {
  const { kind, outcome, weight, separable, order } = pull
  if (parts.length === 0) return [{ kind, outcome, weight, separable, order, named: false }]
  return parts.map((part) => ({
    kind,
    outcome: { ...outcome, part },
    weight,
    separable,
    order,
    named: part !== WHOLE,
  }))
}

/** Stronger first: tier, what runs before who knows it, number of guides, place in the file, part, name. */
export function byStrength(a: Pull, b: Pull): number {
  return (
    place(a.outcome.tier) - place(b.outcome.tier) ||
    Math.min(a.order, 0) - Math.min(b.order, 0) ||
    b.outcome.guides.length - a.outcome.guides.length ||
    a.order - b.order ||
    compare(a.outcome.part, b.outcome.part) ||
    compare(a.outcome.rule, b.outcome.rule)
  )
}

const place = (tier: Tier) => TIERS.indexOf(tier)

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
