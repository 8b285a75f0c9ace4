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
 * Builds a card with all the room asked for and takes away one thing after the other, in the order of `cuts`, until
 * the card keeps its budget. What turns out not to have been in the way is given back, the most important first.
 * A card that is over its budget with every cut made is returned so.
 */
export function fitCard<K extends string>(
  budget: Budget,
  asked: Room<K>,
  cuts: readonly K[],
  build: (room: Room<K>) => Card,
): Card {
  const full = build(asked)
  if (within(full, budget)) return full
  // More cuts take no more room, so the fewest are found by halving.
  let [enough, tooFew] = [cuts.length, 0]
  while (enough - tooFew > 1) {
    const middle = (enough + tooFew) >> 1
    if (within(build(roomAfter(asked, cuts.slice(0, middle))), budget)) enough = middle
    else tooFew = middle
  }
  const taken = cuts.slice(0, enough)
  let room = roomAfter(asked, taken)
  let card = build(room)
  const needed = new Set<K>()
  for (const cut of taken.reverse()) {
    if (needed.has(cut) || room[cut] >= asked[cut]) continue
    const wider = { ...room, [cut]: room[cut] + 1 }
    const candidate = build(wider)
    if (within(candidate, budget)) [room, card] = [wider, candidate]
    else needed.add(cut)
  }
  return card
}

function roomAfter<K extends string>(asked: Room<K>, cuts: readonly K[]): Room<K> {
  const room = { ...asked }
  for (const cut of cuts) room[cut] = Math.max(room[cut] - 1, 0)
  return room
}

/** The same cut several times, for an order of cuts. */
export function times<K extends string>(cut: K, count: number): K[] {
  return Array.from({ length: count }, () => cut)
}
