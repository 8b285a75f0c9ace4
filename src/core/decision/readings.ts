import type { Reading } from '../domain/answer.ts'
import type { FactId, ReadFact } from '../domain/fact.ts'
import type { Pick } from '../domain/pick.ts'
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
  const ids = contradictedIds(book, facts)
  if (ids.length === 0) return []
  const counted = facts.filter((fact) => fact.counted)
  const picks = assignments(ids).map((changes) => pickOf(book, applyChanges(counted, changes)))
  const settled = ids.filter((_, place) => matters(picks, ids.length - 1 - place))
  const readings = assignments(settled)
    .filter((changes) => !deniesAllOfAKind(changes))
    .map((changes) => ({ facts: changes, pick: picks[placeOf(ids, changes)]! }))
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

/** Whether some assignment of the others gives another pick when the fact of this bit turns. */
function matters(picks: readonly Pick[], bit: number): boolean {
  return picks.some((pick, place) => pick !== picks[place | (1 << bit)])
}

/** Place among the assignments of `ids`; a disputed fact that is left open pulls no more than a denied one. */
function placeOf(ids: readonly FactId[], changes: Reading['facts']): number {
  const yes = new Set(changes.filter(({ value }) => value === 'yes').map(({ id }) => id))
  return ids.reduce((place, id) => place * 2 + (yes.has(id) ? 0 : 1), 0)
}

/** Every way to say yes or no to each: the first id turns last, yes comes first. */
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
