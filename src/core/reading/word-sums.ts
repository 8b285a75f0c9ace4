import { hashText, mix } from '../language/hash.ts'
import { Kept } from '../language/kept.ts'
import { onceForAll } from '../once.ts'
import * as features from './features.ts'
import { addFeature, addPart, type Linear } from './linear.ts'
import type { Clause, Parsed } from './parse.ts'

/** Words whose sums a model keeps: most of what people write is said in a few thousand. */
const MOST_WORDS = 2000

/** A word with what a model says of it wherever it stands. */
export interface SummedWord {
  hash: number
  /** Its groups of characters. */
  grams: number
  /** Sums of all classes: for its characters, then for the word itself in each of the model's kinds of word. */
  sums: Float32Array
}

/**
 * The sums of a model for single words, each made once: a message is mostly words that were read before, and looking
 * up every group of their characters costs more than all the rest of reading. What is added is what `features.ts`
 * puts into the bags that the model was trained on.
 */
export class WordSums {
  private readonly model: Linear
  private readonly kinds: readonly number[]
  private readonly words = new Kept<SummedWord>(MOST_WORDS)

  /** `kinds` are the kinds of word features that the model has. */
  constructor(model: Linear, kinds: readonly number[]) {
    this.model = model
    this.kinds = kinds
  }

  /** The words of a message, by place; those that are masked away have no sums. */
  of(words: readonly string[]): (SummedWord | undefined)[] {
    return words.map((word) => (word ? this.words.get(word, this.sum) : undefined))
  }

  private readonly sum = (word: string): SummedWord => {
    const { model, kinds } = this
    const classes = model.classes.length
    const hash = hashText(word)
    const sums = new Float64Array(classes * (kinds.length + 1))
    const grams = features.eachCharacters(word, (gram) => addFeature(model, gram, 1, sums, 0))
    for (const [i, kind] of kinds.entries()) addFeature(model, mix(kind, hash), 1, sums, classes * (i + 1))
    return { hash, grams, sums: Float32Array.from(sums) }
  }

  /** Adds what `charGrams` of these words puts into a bag. */
  addCharacters(into: Float64Array, words: readonly SummedWord[], weight: number): void {
    let count = 0
    for (const { grams } of words) count += grams
    if (!count) return
    for (const { sums } of words) addPart(into, sums, 0, weight / Math.sqrt(count))
  }

  /** Adds what `wordGrams` of these words puts into a bag. */
  addWords(
    into: Float64Array,
    words: readonly SummedWord[],
    max: number,
    kind: number,
    weight: number,
  ): void {
    const size = words.length
    let count = 0
    for (let n = 1; n <= max; n++) count += Math.max(0, size - n + 1)
    if (!count) return
    const value = weight / Math.sqrt(count)
    const part = into.length * (this.kinds.indexOf(kind) + 1)
    for (let i = 0; i < size; i++) {
      const { sums, hash } = words[i]!
      addPart(into, sums, part, value)
      let h = mix(kind, hash)
      for (let n = 1; n < max && i + n < size; n++) {
        h = mix(h, words[i + n]!.hash)
        addFeature(this.model, h, value, into, 0)
      }
    }
  }

  /** Adds what `clauseFeatures` of clause k puts into a bag. */
  addClause(
    into: Float64Array,
    { clauses }: Parsed,
    k: number,
    words: readonly (SummedWord | undefined)[],
  ): void {
    const own = shown(words, clauses[k]!)
    this.addWords(into, own, 2, features.WORDS, 1)
    this.addCharacters(into, own, 1)
    this.addBeside(into, clauses[k - 1], words, features.BEFORE, features.FIRST_CLAUSE)
    this.addBeside(into, clauses[k + 1], words, features.AFTER, features.LAST_CLAUSE)
  }

  private addBeside(
    into: Float64Array,
    clause: Clause | undefined,
    words: readonly (SummedWord | undefined)[],
    kind: number,
    none: number,
  ): void {
    if (!clause) addFeature(this.model, none, features.BESIDE, into, 0)
    else this.addWords(into, shown(words, clause), 1, kind, features.BESIDE)
  }
}

/** The words of a clause that are not masked away. */
function shown(words: readonly (SummedWord | undefined)[], { first, last }: Clause): SummedWord[] {
  const found: SummedWord[] = []
  for (let i = first; i < last; i++) {
    const word = words[i]
    if (word) found.push(word)
  }
  return found
}

/** The sums of a model that reads clauses, or whole messages; kept for as long as the model. */
export const wordSumsOf = onceForAll(
  (model: Linear) => new WordSums(model, [features.WORDS, features.BEFORE, features.AFTER]),
)

/** Sums of a model over a bag that is not made, and the square of its length. */
class Bagless {
  square = 0
  readonly sums: Float64Array
  private readonly model: Linear

  constructor(model: Linear) {
    this.model = model
    this.sums = new Float64Array(model.classes.length)
  }

  /** Begins with what another holds. */
  set({ sums, square }: Bagless): void {
    this.sums.set(sums)
    this.square = square
  }

  readonly put: features.Put = (hash, value) => {
    this.square += value * value
    addFeature(this.model, hash, value, this.sums, 0)
  }
}

/** What stands anywhere in a message, as the features around each of its places take it up. */
export class Surroundings {
  private readonly stems: readonly number[]
  private readonly anywhere: Bagless
  /** Room for what `add` sums up. */
  private readonly here: Bagless

  constructor(model: Linear, words: readonly string[]) {
    this.stems = features.stemHashes(words)
    this.anywhere = new Bagless(model)
    this.here = new Bagless(model)
    features.eachAnywhere(this.stems, this.anywhere.put)
  }

  /** Adds what `windowFeatures` around tokens [from, to) puts into a bag. */
  add(into: Float64Array, clause: Clause, from: number, to: number, scale: number): void {
    const { here } = this
    here.set(this.anywhere)
    features.eachAround(clause, this.stems, from, to, here.put)
    const value = scale / Math.sqrt(here.square || 1)
    for (let c = 0; c < into.length; c++) into[c]! += value * here.sums[c]!
  }
}
