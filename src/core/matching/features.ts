import { hashText, mix } from '../language/hash.ts'
import { keys } from '../language/text.ts'

const PAIR = 21
const CHARS = 22
const KEY = 23

/** What a question is matched by; hashes are made when they are asked for. */
export interface QuestionFeatures {
  /** Its words, choices masked, in order. */
  readonly kept: readonly string[]
  /** Of words and of pairs of words. */
  readonly words: number[]
  /** Of characters inside words. */
  readonly characters: number[]
  /** Of stems, for coverage. */
  readonly keys: { hash: number; key: string }[]
}

/** Features of a question's words (choices already masked). Linear in their length. */
export function questionFeatures(words: readonly string[]): QuestionFeatures {
  const kept = words.filter(Boolean)
  return {
    kept,
    get words() {
      const hashes = kept.map((word) => hashText(word))
      return hashes.flatMap((hash, i) => {
        const next = hashes[i + 1]
        return next === undefined ? [hash] : [hash, pairHash(hash, next)]
      })
    },
    get characters() {
      const hashes: number[] = []
      for (const word of kept) addCharacters(hashes, word)
      return hashes
    },
    get keys() {
      return [...new Set(keys(kept))].map((key) => ({ hash: keyHash(key), key }))
    },
  }
}

/** The feature of two words that follow each other, from their hashes. */
export function pairHash(word: number, next: number): number {
  return mix(mix(PAIR, word), next)
}

/** The feature of a stem. */
export function keyHash(key: string): number {
  return mix(KEY, hashText(key))
}

/** Adds the hashes of the 3–5 characters in a row of a word, its ends marked. */
export function addCharacters(hashes: number[], word: string): void {
  const padded = ` ${word} `
  for (let n = 3; n <= 5; n++) {
    for (let at = 0; at + n <= padded.length; at++) hashes.push(mix(CHARS, hashText(padded, n, at, at + n)))
    if (padded.length <= n) break
  }
}

/** Least number of texts that a feature must stand in to be known. */
export const LEAST = { words: 2, characters: 3, keys: 1 } as const
