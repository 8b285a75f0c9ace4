import { hashText } from '../language/hash.ts'
import { Kept } from '../language/kept.ts'
import type { Numbering } from '../language/numbering.ts'
import { keyOf } from '../language/text.ts'
import { addCharacters, keyHash } from './features.ts'
import { damped } from './tally.ts'

/** A word as an index knows it, looked up once: most questions are made of words that were asked with before. */
export interface KnownWord {
  hash: number
  /** Place of the word itself; undefined where no wording holds it. */
  place: number | undefined
  /** Its stem; none for a stop word. */
  key: string | undefined
  keyPlace: number | undefined
  /** What its characters weigh together, and the square of the length of their tf-idf vector. */
  weight: number
  square: number
  /** Per class: what its characters say for it. */
  gains: Float32Array
}

/** Postings of place p are [offsets[p], offsets[p + 1]). */
export interface Gains {
  places: Numbering
  idf: ArrayLike<number>
  offsets: Uint32Array
  classOf: Uint16Array
  gain: Float32Array
}

/** Bytes that the words kept for one index may take: two thousand words at a few hundred classes. */
const ROOM = 2_500_000
/** Bytes that those kept for all indexes may take: many comparisons have less each. */
const ROOM_OF_ALL = 15_000_000
const LEAST_KEPT = 100

/** Words as one of so many indexes, with so many classes, knows them: their characters are counted word by word. */
export function knownWords(index: Gains, classes: number, indexes: number): (word: string) => KnownWord {
  const room = Math.min(ROOM, ROOM_OF_ALL / indexes)
  const kept = new Kept<KnownWord>(Math.max(LEAST_KEPT, Math.floor(room / (classes * 4 + 400))))
  const make = (word: string) => knownWord(index, classes, word)
  return (word) => kept.get(word, make)
}

function knownWord(index: Gains, classes: number, word: string): KnownWord {
  const { places, idf } = index
  const hashes: number[] = []
  addCharacters(hashes, word)
  const gains = new Float64Array(classes)
  let weight = 0
  let square = 0
  for (const [place, count] of counted(hashes, places)) {
    const value = damped(count) * idf[place]!
    weight += value
    square += value * value
    addPostings(gains, index, place, value)
  }
  const hash = hashText(word)
  const key = keyOf(word)
  const keyPlace = key === undefined ? undefined : places.get(keyHash(key))
  return { hash, place: places.get(hash), key, keyPlace, weight, square, gains: Float32Array.from(gains) }
}

/** The places of hashes and how often each stands there. */
function counted(hashes: readonly number[], places: Numbering): Map<number, number> {
  const counts = new Map<number, number>()
  for (const hash of hashes) {
    const place = places.get(hash)
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

/** Adds the gains of one place to the sums of the classes. */
export function addPostings(
  sums: Float64Array,
  { offsets, classOf, gain }: Pick<Gains, 'offsets' | 'classOf' | 'gain'>,
  place: number,
  weight: number,
): void {
  for (let o = offsets[place]!, end = offsets[place + 1]!; o < end; o++)
    sums[classOf[o]!]! += weight * gain[o]!
}
