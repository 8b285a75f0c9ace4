import type { Bag } from '../core/reading/features.ts'
import { buildLinear, type Linear, type WeightedFeature } from '../core/reading/linear.ts'
import { type Matrix, train } from './logistic.ts'

export interface FitOptions {
  /** Cost of a mistake; higher fits closer. */
  cost: number
  /** A feature stays when it occurs in at least so many rows. */
  least: number
  /** Weights below this share of the class's largest are dropped from the model. */
  prune?: number
  /** Share of its features that a row is learnt without, at random, in each of its copies. */
  dropout?: number
}

/** How often a row is learnt. */
const COPIES = 2

/** Trained weights, not yet rounded or tabled. */
export interface Fitted {
  classes: readonly string[]
  intercepts: Float64Array
  features: WeightedFeature[]
}

/** Models that read the same features, in one table: a feature is looked up once for all of them. */
export function joined(...models: readonly Fitted[]): Linear {
  const weights = new Map<number, [number, number][]>()
  const classes: string[] = []
  const intercepts: number[] = []
  for (const model of models) {
    for (const feature of model.features) {
      const all = weights.get(feature.hash) ?? []
      for (const [c, weight] of feature.weights) all.push([classes.length + c, weight])
      weights.set(feature.hash, all)
    }
    classes.push(...model.classes)
    intercepts.push(...model.intercepts)
  }
  const features = [...weights].map(([hash, list]) => ({ hash, weights: list }))
  return buildLinear(classes, Float64Array.from(intercepts), features)
}

/**
 * One-against-all models for the classes over bags of features. `has(row, class)` tells membership.
 * Features are scaled by their rarity (idf), folded into the weights. Rows are learnt with dropout, so that what is said
 * in several ways at once is not known by one of them alone (Wager, Wang, Liang: Dropout training as adaptive
 * regularization, 2013).
 */
export function fitLinear(
  bags: readonly Bag[],
  classes: readonly string[],
  has: (row: number, c: string) => boolean,
  options: FitOptions,
): Fitted {
  const counts = new Map<number, number>()
  for (const bag of bags)
    for (const hash of new Set(bag.hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const kept = [...counts]
    .filter(([, n]) => n >= options.least)
    .map(([hash]) => hash)
    .sort((a, b) => a - b)
  const place = new Map(kept.map((hash, i) => [hash, i]))
  const idf = Float64Array.from(
    kept,
    (hash) => 0.25 * (Math.log((1 + bags.length) / (1 + counts.get(hash)!)) + 1),
  )
  const x = matrix(bags, place, idf, options.dropout ?? 0)
  const rows = Int32Array.from({ length: bags.length * COPIES }, (_, row) => row)
  const features = kept.map((hash) => ({ hash, weights: [] as [number, number][] }))
  const intercepts = new Float64Array(classes.length)
  classes.forEach((c, number) => {
    const y = Int8Array.from(rows, (row) => (has(row % bags.length, c) ? 1 : -1))
    const w = train(x, y, rows, options.cost / COPIES)
    intercepts[number] = w[kept.length]!
    let top = 0
    for (let k = 0; k < kept.length; k++) top = Math.max(top, Math.abs(w[k]! * idf[k]!))
    const cut = top * (options.prune ?? 0)
    for (let k = 0; k < kept.length; k++) {
      const weight = w[k]! * idf[k]!
      if (Math.abs(weight) > cut) features[k]!.weights.push([number, weight])
    }
  })
  return { classes, intercepts, features }
}

/** All rows once for each copy, each time without other features; what stays makes up for what is left out. */
function matrix(
  bags: readonly Bag[],
  place: ReadonlyMap<number, number>,
  idf: Float64Array,
  dropout: number,
): Matrix {
  const start = new Int32Array(bags.length * COPIES + 1)
  const index: number[] = []
  const value: number[] = []
  const random = randomNumbers()
  const rows = bags.map((bag) => placed(bag, place))
  for (let copy = 0; copy < COPIES; copy++) {
    rows.forEach((row, number) => {
      for (const [at, v] of row) {
        if (random() < dropout) continue
        index.push(at)
        value.push((v * idf[at]!) / (1 - dropout))
      }
      start[copy * rows.length + number + 1] = index.length
    })
  }
  return { start, index: Int32Array.from(index), value: Float64Array.from(value), size: idf.length }
}

/** The kept features of a bag by their places, each once. */
function placed(bag: Bag, place: ReadonlyMap<number, number>): Map<number, number> {
  const merged = new Map<number, number>()
  for (let k = 0; k < bag.hashes.length; k++) {
    const at = place.get(bag.hashes[k]!)
    if (at !== undefined) merged.set(at, (merged.get(at) ?? 0) + bag.values[k]!)
  }
  return merged
}

/** Numbers in [0, 1), the same on every machine: a linear congruential generator (Numerical Recipes, 1992). */
function randomNumbers(): () => number {
  let state = 12345
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
