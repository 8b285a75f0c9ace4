/** Counts places and gives them back as a vector of length 1; empty again after each. Its room is taken once. */
export class Tally {
  private readonly idf: ArrayLike<number>
  private readonly counts: Uint32Array
  private readonly distinct: Uint32Array
  private size = 0

  /** `idf` has a weight per place. */
  constructor(idf: ArrayLike<number>) {
    this.idf = idf
    this.counts = new Uint32Array(idf.length)
    this.distinct = new Uint32Array(idf.length)
  }

  add(place: number): void {
    if (this.counts[place]!++ === 0) this.distinct[this.size++] = place
  }

  /** Calls `put` for each distinct place, in the order of first sight, with its part of the tf-idf vector. */
  take(put: (place: number, value: number) => void): void {
    const { idf, counts, distinct, size } = this
    let norm = 0
    for (let i = 0; i < size; i++) {
      const value = damped(counts[distinct[i]!]!) * idf[distinct[i]!]!
      norm += value * value
    }
    norm = Math.sqrt(norm) || 1
    this.size = 0
    for (let i = 0; i < size; i++) {
      const place = distinct[i]!
      const value = damped(counts[place]!) * idf[place]!
      counts[place] = 0
      put(place, value / norm)
    }
  }
}

/** What says twice counts less than double. Most stand once, so the logarithm is spared. */
function damped(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count)
}
