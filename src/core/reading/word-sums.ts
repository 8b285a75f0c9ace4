import { hashText, mix } from '../language/hash.ts'
import { Kept } from '../language/kept.ts'
import { stem } from '../language/text.ts'
import { onceForAll } from '../once.ts'
import * as features from './features.ts'
import { addFeature, addPart, type Linear } from './linear.ts'
import type { ReaderModel } from './model.ts'
import type { Clause, Parsed } from './parse.ts'

/** Words whose sums are kept: most of what people write is said in a few thousand. */
const MOST_WORDS = 2000

/** A word with what is known of it wherever it stands. */
export interface SummedWord {
  hash: number
  /** Hash of its stem. */
  stem: number
  /** Its groups of characters. */
  grams: number
  /** Of each model the sums of all classes: for its characters, then for the word itself in each kind of word. */
  sums: Float32Array
}

/**
 * What models say of single words, made once for each: a message is mostly words that were read before, and looking up
 * every group of their characters costs more than all the rest of reading. Models that read together share a table.
 */
export class WordTable {
  private readonly models: readonly WordSums[]
  private readonly words = new Kept<SummedWord>(MOST_WORDS)

  /** `kinds` are the kinds of word features that the models have. */
  constructor(models: readonly Linear[], kinds: readonly number[]) {
    let from = 0
    this.models = models.map((model) => {
      const sums = new WordSums(model, kinds, from)
      from = sums.to
      return sums
    })
  }

  /** A word, whatever message it stands in. */
  word(text: string): SummedWord {
    return this.words.get(text, this.sum)
  }

  /** The words of a message, by place; none where one is masked away. */
  of(words: readonly string[]): (SummedWord | undefined)[] {
    return words.map((word) => (word ? this.word(word) : undefined))
  }

  /** What the model at this place of the list adds for words of the table. */
  sumsOf(place: number): WordSums {
    return this.models[place]!
  }

  private readonly sum = (text: string): SummedWord => {
    const { models } = this
    const hash = hashText(text)
    const sums = new Float64Array(models.at(-1)!.to)
    const grams = features.eachCharacters(text, (gram) => {
      for (const model of models) model.sumCharacters(gram, sums)
    })
    for (const model of models) model.sumWord(hash, sums)
    return { hash, stem: hashText(stem(text)), grams, sums: Float32Array.from(sums) }
  }
}

/** One model's part of the sums in a table. What is added is what `features.ts` puts into the bags that it was trained on. */
export class WordSums {
  readonly model: Linear
  /** The part that belongs to the model, [from, to) of a word's sums. */
  private readonly from: number
  readonly to: number
  private readonly kinds: readonly number[]

  constructor(model: Linear, kinds: readonly number[], from: number) {
    this.model = model
    this.kinds = kinds
    this.from = from
    this.to = from + model.classes.length * (kinds.length + 1)
  }

  /** Adds a group of characters to the sums of a word. */
  sumCharacters(gram: number, sums: Float64Array): void {
    addFeature(this.model, gram, 1, sums, this.from)
  }

  /** Adds the word itself, in each of its kinds. */
  sumWord(hash: number, sums: Float64Array): void {
    for (const kind of this.kinds) addFeature(this.model, mix(kind, hash), 1, sums, this.partOf(kind))
  }

  private partOf(kind: number): number {
    return this.from + this.model.classes.length * (this.kinds.indexOf(kind) + 1)
  }

  /** Adds what `charGrams` of these words puts into a bag. */
  addCharacters(into: Float64Array, words: readonly SummedWord[], weight: number): void {
    let count = 0
    for (const { grams } of words) count += grams
    if (!count) return
    for (const { sums } of words) addPart(into, sums, this.from, weight / Math.sqrt(count))
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
    const part = this.partOf(kind)
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

/** The words as the models of facts know them, kept for as long as these. */
export const wordsOfReader = onceForAll(({ presence, polarity, mention }: ReaderModel) => {
  const words = new WordTable(
    [presence, polarity, mention],
    [features.WORDS, features.BEFORE, features.AFTER],
  )
  return { words, presence: words.sumsOf(0), polarity: words.sumsOf(1), mention: words.sumsOf(2) }
})

/** The words as a model that reads whole messages knows them. */
export const wordsOfGate = onceForAll((gate: Linear) => {
  const words = new WordTable([gate], [features.WORDS])
  return { words, sums: words.sumsOf(0) }
})

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

  constructor(model: Linear, words: readonly (SummedWord | undefined)[]) {
    this.stems = words.map((word) => word?.stem ?? features.MASKED)
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
