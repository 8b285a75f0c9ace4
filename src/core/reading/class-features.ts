import type { ClassHit } from '../language/classes.ts'
import { hashText, mix } from '../language/hash.ts'
import { Bag } from './features.ts'
import type { Clause, Parsed } from './parse.ts'

// Kinds of features, apart from those in features.ts.
const OWN = 31
const OWN_PAIR = 32
const BEFORE = 33
const BEHIND = 34
const LEFT = 35
const RIGHT = 36
const LEFT_PAIR = 37
const RIGHT_PAIR = 38
const EITHER_SIDE = 39
const IN_CLAUSE_LEFT = 40
const IN_CLAUSE_RIGHT = 41
const ANYWHERE = 42

const ANY_OPTION = hashText('optany')
const SELF = hashText('optself')
const OTHER = hashText('optother')

/** How much classes count beside the words of a clause, around a place, and in the gate. */
const WEIGHT = { clause: 1.2, around: 1.5, message: 1 }
/** Tokens to either side of a place, places there that hold a class, and places that pairs reach. */
const REACH = 14
const PLACES = 5
const PAIRED = 3

/** The classes of a message in the order of their tokens, options among them as one view sees them. */
export interface SeenClasses {
  hits: readonly ClassHit[]
  /** By clause: its hits are [starts[k], starts[k + 1]). */
  starts: readonly number[]
}

/** `self` is the option that looks, null where all look alike. */
export function seenClasses({ classes, mentions, clauses }: Parsed, self: string | null): SeenClasses {
  const hits: ClassHit[] = []
  let next = 0
  for (const { option, from, to, inChoice } of mentions) {
    if (inChoice) continue
    while (next < classes.length && classes[next]!.from <= from) hits.push(classes[next++]!)
    hits.push({ class: self === null ? ANY_OPTION : option === self ? SELF : OTHER, from, to })
  }
  while (next < classes.length) hits.push(classes[next++]!)
  const starts: number[] = []
  let at = 0
  for (const { first } of clauses) {
    while (at < hits.length && hits[at]!.from < first) at++
    starts.push(at)
  }
  starts.push(hits.length)
  return { hits, starts }
}

/** Adds the classes of clause k, those that follow each other in it, and those of its neighbours. */
export function addClauseClasses(bag: Bag, { hits, starts }: SeenClasses, k: number): void {
  const start = bag.values.length
  const own = hits.slice(starts[k]!, starts[k + 1]!)
  addEach(bag, own, OWN, 1)
  addPairs(bag, own, OWN_PAIR, 0.8)
  if (k > 0) addEach(bag, hits.slice(starts[k - 1]!, starts[k]!), BEFORE, 0.5)
  if (k + 2 < starts.length) addEach(bag, hits.slice(starts[k + 1]!, starts[k + 2]!), BEHIND, 0.5)
  scale(bag, start, WEIGHT.clause)
}

/** The classes of each clause as features of their own, made when they are first asked for. */
export function clauseClasses(seen: SeenClasses): (k: number) => Bag {
  const made: Bag[] = []
  return (k) => {
    const known = made[k]
    if (known) return known
    const bag = new Bag()
    addClauseClasses(bag, seen, k)
    made[k] = bag
    return bag
  }
}

/** Adds the classes to the left and right of tokens [from, to), by how near they stand. */
export function addClassesAround(
  bag: Bag,
  { hits }: SeenClasses,
  clause: Clause,
  from: number,
  to: number,
): void {
  const start = bag.values.length
  const left: ClassHit[][] = []
  const right: ClassHit[][] = []
  for (let i = hits.length - 1; i >= 0 && left.length <= PLACES; i--) {
    const hit = hits[i]!
    if (hit.to > from) continue
    if (from - hit.to > REACH) break
    gather(left, hit)
  }
  for (let i = 0; i < hits.length && right.length <= PLACES; i++) {
    const hit = hits[i]!
    if (hit.from < to) continue
    if (hit.from - to > REACH) break
    gather(right, hit)
  }
  addSide(bag, left, clause, LEFT, IN_CLAUSE_LEFT, LEFT_PAIR)
  addSide(bag, right, clause, RIGHT, IN_CLAUSE_RIGHT, RIGHT_PAIR)
  for (const a of left[0] ?? []) {
    for (const b of right[0] ?? []) bag.add(mix(EITHER_SIDE, mix(a.class, b.class)), 0.8)
  }
  scale(bag, start, WEIGHT.around)
}

/** Adds the classes of the whole message. */
export function addMessageClasses(bag: Bag, { hits }: SeenClasses): void {
  const start = bag.values.length
  addEach(bag, hits, ANYWHERE, 1)
  addPairs(bag, hits, OWN_PAIR, 0.5)
  scale(bag, start, WEIGHT.message)
}

/** Hits of one token stand for one place. */
function gather(places: ClassHit[][], hit: ClassHit): void {
  const place = places.at(-1)
  if (place?.[0]?.from === hit.from) place.push(hit)
  else places.push([hit])
}

function addSide(
  bag: Bag,
  places: readonly (readonly ClassHit[])[],
  { first, last }: Clause,
  side: number,
  inClause: number,
  pair: number,
): void {
  for (let rank = 0; rank < Math.min(places.length, PLACES); rank++) {
    const distance = rank === 0 ? 0 : rank < PAIRED ? 64 : 128
    for (const hit of places[rank]!) {
      bag.add(mix(side + distance, hit.class), rank === 0 ? 1.2 : rank < PAIRED ? 0.9 : 0.6)
      if (hit.from >= first && hit.from < last) bag.add(mix(inClause, hit.class), 0.8)
      if (rank >= PAIRED) continue
      for (const next of places[rank + 1] ?? [])
        bag.add(mix(pair, mix(hit.class, next.class)), rank === 0 ? 0.9 : 0.6)
    }
  }
}

function addEach(bag: Bag, hits: readonly ClassHit[], kind: number, value: number): void {
  for (const name of new Set(hits.map((hit) => hit.class))) bag.add(mix(kind, name), value)
}

/** Pairs of classes in their order, the second at one of the next places that hold any. */
function addPairs(bag: Bag, hits: readonly ClassHit[], kind: number, value: number): void {
  for (let i = 0; i < hits.length; i++) {
    let places = 0
    let at = -1
    for (let j = i + 1; j < hits.length; j++) {
      const next = hits[j]!
      if (next.from < hits[i]!.to) continue
      if (next.from !== at) places++
      if (places > PAIRED) break
      at = next.from
      bag.add(mix(kind, mix(hits[i]!.class, next.class)), value / Math.sqrt(places))
    }
  }
}

/** Gives the features from `start` on a length together. */
function scale(bag: Bag, start: number, length: number): void {
  let square = 0
  for (let i = start; i < bag.values.length; i++) square += bag.values[i]! ** 2
  const by = length / Math.sqrt(square || 1)
  for (let i = start; i < bag.values.length; i++) bag.values[i]! *= by
}
