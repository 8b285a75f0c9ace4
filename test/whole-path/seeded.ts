/** Draws that are the same for the same seed, on every machine. */
export interface Seeded {
  /** A whole number from 0 up to, but not with, `limit`. */
  below: (limit: number) => number
  pick: <T>(items: readonly T[]) => T
  /** `count` different items, in their order. */
  some: <T>(items: readonly T[], count: number) => T[]
}

/** A small generator (mulberry32) over a hash of the seed's letters. */
export function seeded(seed: string): Seeded {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193),
    0x811c9dc5,
  )
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('Nothing to pick from.')
    return items[below(items.length)]!
  }
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = items.map((_, index) => index)
    const taken = Array.from(
      { length: Math.min(count, items.length) },
      () => left.splice(below(left.length), 1)[0]!,
    )
    return taken.sort((a, b) => a - b).map((index) => items[index]!)
  }
  return { below, pick, some }
}
