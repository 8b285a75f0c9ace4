import type { Bag } from '../../src/core/reading/features.ts'
import { addScores, type Linear } from '../../src/core/reading/linear.ts'

/** Sums of all classes for a bag of features, intercepts included. */
export function scores(model: Linear, bag: Bag): Float64Array {
  return addScores(model, bag, model.intercepts.slice())
}
