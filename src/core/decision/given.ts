import type { FactId, ReadFact } from '../domain/fact.ts'

/** A fact as a click, a form or a what-if gives it: certain and counted. */
export function givenFact(id: FactId, value: 'yes' | 'no'): ReadFact {
  return { id, value, grade: 'given', counted: true, probability: 1 }
}

/** Facts as read with the given ones in place of every reading of the same id. */
export function applyGiven(read: readonly ReadFact[], given: readonly ReadFact[]): ReadFact[] {
  const replaced = new Set(given.map((fact) => fact.id))
  return [...read.filter((fact) => !replaced.has(fact.id)), ...given]
}

/** Facts after a change such as a flip or a choice: each change is given. */
export function applyChanges(
  facts: readonly ReadFact[],
  changes: readonly { id: FactId; value: 'yes' | 'no' }[],
): ReadFact[] {
  return applyGiven(
    facts,
    changes.map((change) => givenFact(change.id, change.value)),
  )
}
