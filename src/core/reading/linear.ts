import type { Bag } from './features.ts'

/**
 * One-against-all linear models over hashed features that share one table. Weights have 8 bits of their class's
 * largest; what is read together lies together, since reading waits for memory more than it computes.
 */
export interface Linear {
  classes: readonly string[]
  intercepts: Float64Array
  /** Per class: what one step of a weight is worth. */
  steps: Float64Array
  /** Open-address table: a hash, then its feature's number + 1; 0 is an empty place. */
  table: Uint32Array
  mask: number
  /** Feature i has its classes and weights at [offsets[i], offsets[i + 1]). */
  offsets: Uint32Array
  /** A class, then its weight in steps, and so on. */
  weights: Int8Array
}

/** A feature with its weights per class. */
export interface WeightedFeature {
  hash: number
  weights: [c: number, weight: number][]
}

/** Most steps that a weight has. */
const STEPS = 127

/** Adds the sums of a bag of features to those of others. */
export function addScores(model: Linear, bag: Bag, into: Float64Array): Float64Array {
  const { hashes, values } = bag
  for (let k = 0; k < hashes.length; k++) addFeature(model, hashes[k]!, values[k]!, into, 0)
  return into
}

/** Adds what one feature says to the sums of all classes, which begin at place `from`. */
export function addFeature(
  { table, mask, offsets, weights, steps }: Linear,
  hash: number,
  value: number,
  into: Float64Array,
  from: number,
): void {
  let at = (hash & mask) * 2
  while (table[at + 1] !== 0 && table[at] !== hash) at = (((at >> 1) + 1) & mask) * 2
  const feature = table[at + 1]!
  if (feature === 0) return
  for (let o = offsets[feature - 1]!, end = offsets[feature]!; o < end; o += 2) {
    const c = weights[o]!
    into[from + c]! += value * weights[o + 1]! * steps[c]!
  }
}

/** Adds sums that are kept somewhere among others, from place `at` on, times a value. */
export function addPart(into: Float64Array, kept: Float32Array, at: number, value: number): void {
  for (let c = 0; c < into.length; c++) into[c]! += value * kept[at + c]!
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

/** The probabilities of classes that exclude each other, from their sums. */
export function probabilities(sums: Float64Array): Float64Array {
  const shares = sums.map(sigmoid)
  // Where no class is likely, dividing by their sum would make one so.
  const sum = Math.max(
    1,
    shares.reduce((a, b) => a + b, 0),
  )
  return shares.map((share) => share / sum)
}

/** The most probable class of a model, of those that may be. */
export function mostLikely(
  model: Linear,
  sums: Float64Array,
  may: (name: string) => boolean = () => true,
): { name: string; share: number } {
  const shares = probabilities(sums)
  let top = -1
  shares.forEach((share, c) => {
    if (may(model.classes[c]!) && (top < 0 || share > shares[top]!)) top = c
  })
  return { name: model.classes[top]!, share: shares[top]! }
}

/** A model from features in any order; weights are rounded to steps, those that become 0 are dropped. At most 127 classes. */
export function buildLinear(
  classes: readonly string[],
  intercepts: Float64Array,
  features: readonly WeightedFeature[],
): Linear {
  const steps = new Float64Array(classes.length)
  for (const { weights } of features) {
    for (const [c, weight] of weights) steps[c] = Math.max(steps[c]!, Math.abs(weight) / STEPS)
  }
  // A step is stored with 32 bits: rounded here, a model reads the same before and after it is stored.
  for (let c = 0; c < steps.length; c++) steps[c] = Math.fround(steps[c]!)
  const kept = features
    .map(({ hash, weights }) => ({
      hash,
      steps: weights
        .map(([c, weight]): [number, number] => [c, Math.round(weight / (steps[c]! || 1))])
        .filter(([, step]) => step !== 0),
    }))
    .filter((feature) => feature.steps.length)
    .sort((a, b) => a.hash - b.hash)
  const counts = Uint8Array.from(kept, (feature) => feature.steps.length)
  return tabled({
    classes,
    intercepts: intercepts.map(Math.fround),
    steps,
    hashes: Uint32Array.from(kept, (feature) => feature.hash),
    counts,
    weights: Int8Array.from(kept.flatMap((feature) => feature.steps.flat())),
  })
}

/** A model as it is stored: features in the order of their hashes. */
export interface StoredLinear {
  classes: readonly string[]
  intercepts: Float64Array
  steps: Float64Array
  hashes: Uint32Array
  /** Weights per feature. */
  counts: Uint8Array
  weights: Int8Array
}

/** Makes the table of a stored model. */
export function tabled({ hashes, counts, ...rest }: StoredLinear): Linear {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const mask = size - 1
  const table = new Uint32Array(size * 2)
  const offsets = new Uint32Array(hashes.length + 1)
  for (let feature = 0; feature < hashes.length; feature++) {
    const hash = hashes[feature]!
    let place = hash & mask
    while (table[place * 2 + 1] !== 0) place = (place + 1) & mask
    table[place * 2] = hash
    table[place * 2 + 1] = feature + 1
    offsets[feature + 1] = offsets[feature]! + counts[feature]! * 2
  }
  return { ...rest, table, mask, offsets }
}

/** The model as it is stored. */
export function stored({ classes, intercepts, steps, table, offsets, weights }: Linear): StoredLinear {
  const features = offsets.length - 1
  const hashes = new Uint32Array(features)
  for (let at = 0; at < table.length; at += 2) {
    if (table[at + 1] !== 0) hashes[table[at + 1]! - 1] = table[at]!
  }
  const counts = Uint8Array.from(hashes, (_, i) => (offsets[i + 1]! - offsets[i]!) / 2)
  return { classes, intercepts, steps, hashes, counts, weights }
}
