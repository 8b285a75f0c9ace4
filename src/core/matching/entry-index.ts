import { Numbering } from '../language/numbering.ts'
import { ALPHA, type Background, countEntries, type EntryCounts } from './count-entries.ts'
import { pairHash, type QuestionFeatures } from './features.ts'
import { addPostings, type KnownWord, knownWords } from './known-words.ts'
import { largest } from './largest.ts'
import { Tally } from './tally.ts'

export interface Ranked {
  /** Index of the class in the order given to `buildEntryIndex`. */
  entry: number
  probability: number
}

export interface EntryMatch {
  /** All entries, best first; at most `limit`. */
  ranked: Ranked[]
  /** Probability that the question belongs to no entry. */
  out: number
  /** Share of the question's information (idf mass of stems) that the best entry's wordings cover, 0–1. */
  coverage: number
  /** Stems of the question that the best entry's wordings hold. */
  matched: string[]
  /** Those that no wording of it holds. */
  missed: string[]
  /** How sure it is that the best entry answers the whole question; compared with a calibrated threshold. */
  sure: number
}

/** Naive Bayes over tf-idf of wordings, sparse: counted when knowledge is loaded, nothing is trained. */
export interface EntryIndex extends Omit<EntryCounts, 'places'> {
  places: Numbering
  /** Empty between questions. */
  tally: Tally
  /** Sums of the classes and of one more, for what is outside; room that each question takes anew. */
  logs: Float64Array
  known: (word: string) => KnownWord
}

/** Logarithm of a share that changes no sum. */
const NOTHING = -45

/** Counts wordings per entry and makes them ready to match; see `countEntries`. */
export function buildEntryIndex(
  wordings: readonly (readonly (readonly string[])[])[],
  rest: Background,
): EntryIndex {
  return entryIndex(countEntries(wordings, rest))
}

/** Makes what was counted ready to match; `indexes` are all that share the room for words in use. */
export function entryIndex(counts: EntryCounts, indexes = 1): EntryIndex {
  const gains = { ...counts, places: Numbering.of(counts.places) }
  const classes = counts.classes + 1
  return {
    ...gains,
    tally: new Tally(),
    logs: new Float64Array(classes),
    known: knownWords(gains, classes, indexes),
  }
}

/** tf-idf vector of length 1 over known features. */
export function unit(
  hashes: readonly number[],
  places: ReadonlyMap<number, number>,
  idf: ArrayLike<number>,
): Map<number, number> {
  const x = new Map<number, number>()
  for (const hash of hashes) {
    const place = places.get(hash)
    if (place !== undefined) x.set(place, (x.get(place) ?? 0) + 1)
  }
  let norm = 0
  for (const [place, n] of x) {
    const v = (1 + Math.log(n)) * idf[place]!
    x.set(place, v)
    norm += v * v
  }
  norm = Math.sqrt(norm) || 1
  for (const [place, v] of x) x.set(place, v / norm)
  return x
}

/** Ranks entries for a question. Cost: its words, and the postings of what they share. */
export function matchEntries(
  index: EntryIndex,
  question: Pick<QuestionFeatures, 'kept'>,
  limit: number,
): EntryMatch {
  const { classes, idf } = index
  const logs = index.logs.fill(0)
  const words = question.kept.map((word) => index.known(word))
  const length = addWords(logs, index, words) + addCharacters(logs, words)
  // Functions of their own: a sum that the closure below held would be a new object at every step.
  const max = addFloor(logs, index, length)
  const sum = sumOfShares(logs, max)
  const probability = (c: number) => Math.exp(logs[c]! - max) / sum
  const ranked = largest(logs.subarray(0, classes), limit).map((entry) => ({
    entry,
    probability: probability(entry),
  }))
  const out = probability(classes)
  const best = ranked[0]
  if (!best) return { ranked, out, coverage: 0, matched: [], missed: [], sure: 0 }
  const unknown = Math.log(1 + index.texts)
  let mass = 0
  let covered = 0
  const stems = new Set<string>()
  const matched: string[] = []
  const missed: string[] = []
  for (const { key, keyPlace } of words) {
    if (key === undefined || stems.has(key)) continue
    stems.add(key)
    const weight = keyPlace === undefined ? unknown + 1 : idf[keyPlace]!
    mass += weight
    if (keyPlace === undefined || !holds(index, keyPlace, best.entry)) {
      missed.push(key)
      continue
    }
    covered += weight
    matched.push(key)
  }
  const coverage = mass ? covered / mass : 0
  const sure = coverage + 0.3 * best.probability + 0.1 * Math.log((1 - out + 1e-4) / (out + 1e-4))
  return { ranked, out, coverage, matched, missed, sure }
}

/** Adds what a question of this length weighs in a class that knows none of it; returns the largest sum. */
function addFloor(logs: Float64Array, { total }: EntryIndex, length: number): number {
  const floor = Math.log(ALPHA)
  let max = Number.NEGATIVE_INFINITY
  for (let c = 0; c < logs.length; c++) {
    logs[c]! += length * (floor - total[c]!)
    max = Math.max(max, logs[c]!)
  }
  return max
}

/** What all classes have together where the largest has 1. */
function sumOfShares(logs: Float64Array, max: number): number {
  let sum = 0
  for (let c = 0; c < logs.length; c++) if (logs[c]! - max > NOTHING) sum += Math.exp(logs[c]! - max)
  return sum
}

/** Adds what words and pairs of words say for each class; returns how much they weigh together. */
function addWords(logs: Float64Array, index: EntryIndex, words: readonly KnownWord[]): number {
  const { places, idf, tally } = index
  for (let i = 0; i < words.length; i++) {
    const { place, hash } = words[i]!
    if (place !== undefined) tally.add(place, idf[place]!)
    const next = words[i + 1]
    const pair = next && places.get(pairHash(hash, next.hash))
    if (pair !== undefined) tally.add(pair, idf[pair]!)
  }
  const { places: found, weights, size } = tally.weigh()
  let length = 0
  for (let i = 0; i < size; i++) {
    length += weights[i]!
    addPostings(logs, index, found[i]!, weights[i]!)
  }
  return length
}

/** The same for the characters of each word. */
function addCharacters(logs: Float64Array, words: readonly KnownWord[]): number {
  let weight = 0
  let square = 0
  for (let i = 0; i < words.length; i++) {
    weight += words[i]!.weight
    square += words[i]!.square
  }
  const scale = 1 / (Math.sqrt(square) || 1)
  for (let i = 0; i < words.length; i++) {
    const { gains } = words[i]!
    for (let c = 0; c < gains.length; c++) logs[c]! += gains[c]! * scale
  }
  return weight * scale
}

/** True when a wording of the entry holds what stands at a place. Postings of a place are in the order of entries. */
function holds({ offsets, classOf }: EntryIndex, place: number, entry: number): boolean {
  for (let o = offsets[place]!, end = offsets[place + 1]!; o < end && classOf[o]! <= entry; o++) {
    if (classOf[o] === entry) return true
  }
  return false
}
