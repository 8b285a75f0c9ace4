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

/** Counts places and gives them back as a vector of length 1; empty again after each. Its room is taken once. */
export class Tally {
  private readonly idf: ArrayLike<number>
  private readonly counts: Uint32Array
  private readonly places: Uint32Array
  private weights = new Float64Array(64)
  private found = new Uint32Array(64)
  private size = 0

  /** `idf` has a weight per place. */
  constructor(idf: ArrayLike<number>) {
    this.idf = idf
    this.counts = new Uint32Array(idf.length)
    this.places = new Uint32Array(idf.length)
  }

  add(place: number): void {
    if (this.counts[place]!++ === 0) this.places[this.size++] = place
  }

  /** The distinct places in the order of first sight, each with its part of the tf-idf vector. */
  weigh(): WeighedPlaces {
    const { idf, counts, places, size } = this
    if (this.weights.length < size) {
      this.weights = new Float64Array(size * 2)
      this.found = new Uint32Array(size * 2)
    }
    const { weights, found } = this
    let norm = 0
    for (let i = 0; i < size; i++) {
      const place = places[i]!
      const count = counts[place]!
      const value = damped(count) * idf[place]!
      counts[place] = 0
      found[i] = count
      weights[i] = value
      norm += value * value
    }
    norm = Math.sqrt(norm) || 1
    for (let i = 0; i < size; i++) weights[i]! /= norm
    this.size = 0
    return { places, counts: found, weights, size, norm }
  }
}

/** What says twice counts less than double. Most stand once, so the logarithm is spared. */
function damped(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count)
}
