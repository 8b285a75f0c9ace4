import type { Bag } from './features.ts'

/** One-against-all linear models over hashed features that share one table. */
export interface Linear {
  classes: readonly string[]
  intercepts: Float64Array
  /** Open-address table: hash → place in `offsets`; empty slots hold −1 in `slots`. */
  hashes: Uint32Array
  slots: Int32Array
  mask: number
  /** Feature i has weights at [offsets[i], offsets[i + 1]). */
  offsets: Uint32Array
  classOf: Uint8Array
  weightOf: Float32Array
}

/** Sums of all classes for a bag of features, intercepts included. */
export function scores(model: Linear, bag: Bag): Float64Array {
  return addScores(model, bag, model.intercepts.slice())
}

/** Adds the sums of a bag of features to those of others. */
export function addScores(model: Linear, bag: Bag, into: Float64Array): Float64Array {
  const { hashes, slots, mask, offsets, classOf, weightOf } = model
  for (let k = 0; k < bag.hashes.length; k++) {
    const hash = bag.hashes[k]!
    let at = hash & mask
    while (slots[at]! >= 0 && hashes[at] !== hash) at = (at + 1) & mask
    const place = slots[at]!
    if (place < 0) continue
    const value = bag.values[k]!
    for (let o = offsets[place]!; o < offsets[place + 1]!; o++) into[classOf[o]!]! += value * weightOf[o]!
  }
  return into
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

/** Builds the table from features in any order: hash and its (class, weight) pairs. */
export function buildLinear(
  classes: readonly string[],
  intercepts: Float64Array,
  features: { hash: number; weights: [number, number][] }[],
): Linear {
  let size = 16
  while (size < features.length * 2) size *= 2
  const hashes = new Uint32Array(size)
  const slots = new Int32Array(size).fill(-1)
  const mask = size - 1
  const offsets = new Uint32Array(features.length + 1)
  let total = 0
  for (const feature of features) total += feature.weights.length
  const classOf = new Uint8Array(total)
  const weightOf = new Float32Array(total)
  let next = 0
  features.forEach((feature, place) => {
    let at = feature.hash & mask
    while (slots[at]! >= 0) at = (at + 1) & mask
    hashes[at] = feature.hash
    slots[at] = place
    offsets[place] = next
    for (const [c, w] of feature.weights) {
      classOf[next] = c
      weightOf[next] = w
      next++
    }
  })
  offsets[features.length] = next
  return { classes, intercepts, hashes, slots, mask, offsets, classOf, weightOf }
}
