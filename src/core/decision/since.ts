import type { FactId, FactValue, ReadFact } from '../domain/fact.ts'
import type { Pick } from '../domain/pick.ts'

/** What an earlier verdict rested on. */
export interface Earlier {
  facts: Readonly<Record<FactId, FactValue>>
  pick: Pick
}

/** What changed between an earlier verdict and this one. */
export interface Since {
  added: FactId[]
  withdrawn: FactId[]
  /** The earlier pick. */
  pick: Pick
  samePick: boolean
}

/** Compares a verdict with an earlier one of the same comparison: only facts that hold are added or withdrawn. */
export function since(earlier: Earlier, { facts, pick }: { facts: readonly ReadFact[]; pick: Pick }): Since {
  const before = Object.keys(earlier.facts).filter((id) => earlier.facts[id] === 'yes')
  const now = facts.filter((fact) => fact.counted && fact.value === 'yes').map(({ id }) => id)
  return {
    added: [...new Set(now)].filter((id) => !before.includes(id)),
    withdrawn: before.filter((id) => !now.includes(id)),
    pick: earlier.pick,
    samePick: earlier.pick === pick,
  }
}
