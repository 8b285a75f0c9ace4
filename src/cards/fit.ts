import type { Budget } from './budget.ts'
import type { Card } from './card-types.ts'
import { measure } from './measure.ts'

/** How many of each thing a card shows. */
export type Room<K extends string> = Record<K, number>

/** Whether a card keeps its budget. */
export function within(card: Pick<Card, 'blocks'>, budget: Budget): boolean {
  const { lines, characters } = measure(card)
  return lines <= budget.lines && characters <= budget.characters
}

/**
 * Builds a card with all the room asked for and takes away one thing at a time, in the order of `cuts`, until the
 * card keeps its budget. What turns out not to have been in the way is given back, the most important first.
 */
export function fitCard<K extends string>(
  budget: Budget,
  asked: Room<K>,
  cuts: readonly K[],
  build: (room: Room<K>) => Card,
): Card {
  let room = asked
  let card = build(room)
  const taken: K[] = []
  for (const cut of cuts) {
    if (within(card, budget)) break
    if (room[cut] <= 0) continue
    room = { ...room, [cut]: room[cut] - 1 }
    card = build(room)
    taken.push(cut)
  }
  for (const cut of taken.slice(0, -1).reverse()) {
    const wider = { ...room, [cut]: room[cut] + 1 }
    const candidate = build(wider)
    if (!within(candidate, budget)) continue
    room = wider
    card = candidate
  }
  return card
}

/** The same cut several times, for an order of cuts. */
export function times<K extends string>(cut: K, count: number): K[] {
  return Array.from({ length: count }, () => cut)
}
