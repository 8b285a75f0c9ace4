import { section } from './blocks.ts'
import type { Budget } from './budget.ts'
import type { Block, Card } from './card-types.ts'
import { isLines, Ruler } from './measure.ts'

/** How many of each thing a card shows. */
export type Room<K extends string> = Record<K, number>

/** A card while its size is looked for: sections may stand as their lines, which most of its versions share. */
export interface Draft extends Omit<Card, 'blocks'> {
  blocks: readonly (Block | readonly string[])[]
}

/** The first of several versions that keeps the budget, else the last. */
export function firstWithin<T extends Draft>(budget: Budget, drafts: readonly T[]): T | undefined {
  const ruler = new Ruler()
  return drafts.find((draft) => within(draft, budget, ruler)) ?? drafts.at(-1)
}

function within({ blocks }: Draft, budget: Budget, ruler: Ruler): boolean {
  const { lines, characters } = ruler.size(blocks)
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
  build: (room: Room<K>) => Draft,
): Card {
  const ruler = new Ruler()
  const full = build(asked)
  if (within(full, budget, ruler)) return finished(full)
  // More cuts take no more room, so the fewest are found by halving; all of them must do.
  let [enough, tooFew] = [cuts.length, 0]
  let room = roomAfter(asked, cuts, enough)
  let fitting: Draft | undefined
  while (enough - tooFew > 1) {
    const middle = (enough + tooFew) >> 1
    const wider = roomAfter(asked, cuts, middle)
    const candidate = build(wider)
    if (within(candidate, budget, ruler)) [enough, room, fitting] = [middle, wider, candidate]
    else tooFew = middle
  }
  let card = fitting ?? build(room)
  // Without the last of these cuts the card was too long.
  const needed = new Set(cuts.slice(enough - 1, enough))
  for (let at = enough - 2; at >= 0; at--) {
    const cut = cuts[at]!
    if (needed.has(cut) || room[cut] >= asked[cut]) continue
    const wider = { ...room, [cut]: room[cut] + 1 }
    const candidate = build(wider)
    if (within(candidate, budget, ruler)) [room, card] = [wider, candidate]
    else needed.add(cut)
  }
  return finished(card)
}

function finished({ blocks, ...card }: Draft): Card {
  return { ...card, blocks: blocks.map((part) => (isLines(part) ? section(part.join('\n')) : part)) }
}

/** The cuts of an order made for `most` that take something away where only `asked` is there. */
export function possible<K extends string>(order: readonly K[], most: Room<K>, asked: Room<K>): K[] {
  const left = { ...most }
  return order.filter((cut) => {
    const room = left[cut]--
    return room > 0 && room <= asked[cut]
  })
}

function roomAfter<K extends string>(asked: Room<K>, cuts: readonly K[], count: number): Room<K> {
  const room = { ...asked }
  for (let at = 0; at < count; at++) room[cuts[at]!]--
  return room
}

/** The same cut several times, for an order of cuts. */
export function times<K extends string>(cut: K, count: number): K[] {
  return Array.from({ length: count }, () => cut)
}
