import type { Reading } from '../domain/answer.ts'
import type { FactId, ReadFact } from '../domain/fact.ts'
import { applyChanges } from './given.ts'
import { pickOf } from './judge.ts'
import type { Rulebook } from './rulebook.ts'

/** More contradictions than this are not expanded: the rest stay uncounted. */
const MOST_EXPANDED = 3

/**
 * Every way to settle the contradictory facts on which the pick depends, at most three of them, with the pick that
 * follows; empty when the pick is the same in all. Where several options of one kind are disputed (which language
 * the team knows), somebody said each of them, so "none of them" is nobody's reading.
 */
export function readingsOf(book: Rulebook, facts: readonly ReadFact[]): Reading[] {
  const settled = contradictedIds(book, facts).filter((id, _, ids) => matters(book, facts, ids, id))
  const readings = readingsFor(book, facts, settled)
  return new Set(readings.map((reading) => reading.pick)).size > 1 ? readings : []
}

/** Disputed facts that a rule can use, by rank; a counted or given value of the same fact ends the dispute. */
export function contradictedIds(book: Rulebook, facts: readonly ReadFact[]): FactId[] {
  const counted = new Set(facts.filter((fact) => fact.counted).map((fact) => fact.id))
  const disputed = facts.filter((fact) => !fact.counted && fact.reason === 'contradicted')
  const ids = new Set(disputed.map((fact) => fact.id))
  return book.ranked
    .map(({ id }) => id)
    .filter((id) => ids.has(id) && !counted.has(id) && book.pulling.has(id))
    .slice(0, MOST_EXPANDED)
}

function readingsFor(book: Rulebook, facts: readonly ReadFact[], ids: readonly FactId[]): Reading[] {
  return assignments(ids)
    .filter((changes) => !deniesAllOfAKind(changes))
    .map((changes) => ({ facts: changes, pick: pickOf(book, applyChanges(facts, changes)) }))
}

/** Whether some assignment of the others gives another pick when this one turns. */
function matters(book: Rulebook, facts: readonly ReadFact[], ids: readonly FactId[], id: FactId): boolean {
  const others = ids.filter((other) => other !== id)
  return assignments(others).some((changes) => {
    const yes = pickOf(book, applyChanges(facts, [...changes, { id, value: 'yes' }]))
    const no = pickOf(book, applyChanges(facts, [...changes, { id, value: 'no' }]))
    return yes !== no
  })
}

function assignments(ids: readonly FactId[]): Reading['facts'][] {
  let lists: Reading['facts'][] = [[]]
  for (const id of ids) {
    lists = lists.flatMap((list): Reading['facts'][] => [
      [...list, { id, value: 'yes' }],
      [...list, { id, value: 'no' }],
    ])
  }
  return lists
}

function deniesAllOfAKind(changes: Reading['facts']): boolean {
  const kinds = new Map<string, ('yes' | 'no')[]>()
  for (const { id, value } of changes) {
    const slash = id.indexOf('/')
    if (slash < 0) continue
    const kind = id.slice(0, slash)
    kinds.set(kind, [...(kinds.get(kind) ?? []), value])
  }
  return [...kinds.values()].some((values) => values.length > 1 && !values.includes('yes'))
}
