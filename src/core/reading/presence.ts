import { addClauseClasses, seenClasses } from './class-features.ts'
import * as features from './features.ts'
import { addScores } from './linear.ts'
import type { Parsed } from './parse.ts'
import type { SummedWord, WordSums } from './word-sums.ts'

/** Features for: which facts does clause k speak of? */
export function presenceBag(parsed: Parsed, k: number): features.Bag {
  const bag = features.clauseFeatures(parsed, k, parsed.words)
  features.termFeatures(bag, parsed.clauses[k]!)
  addClauseClasses(bag, seenClasses(parsed, null), k)
  return bag
}

/** Sums of the model over `presenceBag`. */
export function presenceSums(
  known: WordSums,
  parsed: Parsed,
  words: readonly (SummedWord | undefined)[],
  classesOf: (k: number) => features.Bag,
): (k: number) => Float64Array {
  const { model } = known
  return (k) => {
    const sums = model.intercepts.slice()
    known.addClause(sums, parsed, k, words)
    const bag = new features.Bag()
    features.termFeatures(bag, parsed.clauses[k]!)
    return addScores(model, classesOf(k), addScores(model, bag, sums))
  }
}
