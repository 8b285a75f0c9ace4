/** Distinct places and what each weighs; the first `size` of the lists count, until the next question. */
export interface WeighedPlaces {
  places: Uint32Array
  /** How often each was added. */
  counts: Uint32Array
  weights: Float64Array
  size: number
  /** Length of the vector before it became 1. */
  norm: number
}

/** Slots of a table that holds what a question of a few sentences is made of. */
const SLOTS = 1024

/**
 * Counts places and gives them back as a vector of length 1; empty again after each. Its room is taken once, and is as
 * small as a question, since a count for every place there is would be looked up all over the memory.
 */
export class Tally {
  private size = 0
  /** Open addressing: a number in the lists below + 1; 0 is an empty slot. */
  private slots = new Uint32Array(SLOTS)
  private places = new Uint32Array(SLOTS / 2)
  private counts = new Uint32Array(SLOTS / 2)
  private weights = new Float64Array(SLOTS / 2)

  /** Adds a place with its idf. */
  add(place: number, idf: number): void {
    const { slots, places } = this
    const mask = slots.length - 1
    let at = place & mask
    while (slots[at] !== 0 && places[slots[at]! - 1] !== place) at = (at + 1) & mask
    if (slots[at] !== 0) {
      this.counts[slots[at]! - 1]!++
      return
    }
    const number = this.size++
    slots[at] = number + 1
    places[number] = place
    this.counts[number] = 1
    this.weights[number] = idf
    // At most half full, so that a search ends soon.
    if (this.size === places.length) this.grow()
  }

  /** The distinct places in the order of first sight, each with its part of the tf-idf vector. */
  weigh(): WeighedPlaces {
    const { places, counts, weights, size } = this
    let norm = 0
    for (let i = 0; i < size; i++) {
      const value = damped(counts[i]!) * weights[i]!
      weights[i] = value
      norm += value * value
    }
    norm = Math.sqrt(norm) || 1
    for (let i = 0; i < size; i++) weights[i]! /= norm
    this.slots.fill(0)
    this.size = 0
    return { places, counts, weights, size, norm }
  }

  private grow(): void {
    const room = this.slots.length
    this.places = grown(this.places, new Uint32Array(room))
    this.counts = grown(this.counts, new Uint32Array(room))
    this.weights = grown(this.weights, new Float64Array(room))
    const slots = new Uint32Array(room * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let at = this.places[number]! & mask
      while (slots[at] !== 0) at = (at + 1) & mask
      slots[at] = number + 1
    }
    this.slots = slots
  }
}

function grown<T extends Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from)
  return into
}

/** What stands twice counts less than double. Most stand once, so the logarithm is spared. */
export function damped(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count)
}
