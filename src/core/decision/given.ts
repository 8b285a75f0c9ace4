import type { FactId, ReadFact } from '../domain/fact.ts'

/** What a person says of a fact: it holds, it does not, or nobody knows. */
export interface Correction {
  id: FactId
  value: 'yes' | 'no' | 'maybe'
}

/** A fact as a click, a form or a what-if gives it: certain; it counts unless it is said to be unknown. */
export function givenFact(id: FactId, value: Correction['value']): ReadFact {
  const given = { id, value, grade: 'given' as const, probability: 1 }
  return value === 'maybe' ? { ...given, counted: false, reason: 'unclear' } : { ...given, counted: true }
}

/** Facts as read with the given ones in place of every reading of the same id. */
export function applyGiven(read: readonly ReadFact[], given: readonly ReadFact[]): ReadFact[] {
  const replaced = new Set(given.map((fact) => fact.id))
  return [...read.filter((fact) => !replaced.has(fact.id)), ...given]
}

/** Facts after a change such as a flip, a choice or a correction: each change is given. */
export function applyChanges(facts: readonly ReadFact[], changes: readonly Correction[]): ReadFact[] {
  return applyGiven(
    facts,
    changes.map((change) => givenFact(change.id, change.value)),
  )
}
