import { hashText } from '../language/hash.ts'
import { Kept } from '../language/kept.ts'
import { keyOf } from '../language/text.ts'
import { addCharacters, keyHash } from './features.ts'
import type { Numbering } from './numbering.ts'

/** A word as an index knows it, looked up once: most questions are made of words that were asked with before. */
export interface KnownWord {
  hash: number
  /** Place of the word itself; undefined where no wording holds it. */
  place: number | undefined
  /** Its stem; none for a stop word. */
  key: string | undefined
  keyPlace: number | undefined
  /** Places of its characters, as often as they stand in it, and the idf of each. */
  characters: Uint32Array
  weights: Float32Array
  /** Per class: what its characters say for it, each place counted alone. */
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

/** Bytes that the words kept for one index may take: six thousand words at a few hundred classes. */
const ROOM = 6_000_000
const LEAST_KEPT = 100

/** Words as an index with so many classes knows them. */
export function knownWords(index: Gains, classes: number): (word: string) => KnownWord {
  const kept = new Kept<KnownWord>(Math.max(LEAST_KEPT, Math.floor(ROOM / (classes * 4 + 400))))
  const make = (word: string) => knownWord(index, classes, word)
  return (word) => kept.get(word, make)
}

function knownWord(index: Gains, classes: number, word: string): KnownWord {
  const { places, idf } = index
  const hashes: number[] = []
  addCharacters(hashes, word)
  const characters = Uint32Array.from(hashes.flatMap((hash) => places.get(hash) ?? []))
  const weights = Float32Array.from(characters, (place) => idf[place]!)
  const gains = new Float64Array(classes)
  for (const place of characters) addPostings(gains, index, place, idf[place]!)
  const hash = hashText(word)
  const key = keyOf(word)
  const keyPlace = key === undefined ? undefined : places.get(keyHash(key))
  return {
    hash,
    place: places.get(hash),
    key,
    keyPlace,
    characters,
    weights,
    gains: Float32Array.from(gains),
  }
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
