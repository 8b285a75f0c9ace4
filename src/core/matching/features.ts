import { hashText, mix } from '../language/hash.ts'
import { keys } from '../language/text.ts'

const PAIR = 21
const CHARS = 22
const KEY = 23

/** Hashes of what a question is matched by: words and pairs of words, characters inside words, and stems for coverage. */
export interface QuestionFeatures {
  words: number[]
  characters: number[]
  keys: { hash: number; key: string }[]
}

/** Features of a question's words (choices already masked). Linear in their length. */
export function questionFeatures(words: readonly string[]): QuestionFeatures {
  const kept = words.filter(Boolean)
  const hashes = kept.map((word) => hashText(word))
  const grams: number[] = []
  hashes.forEach((h, i) => {
    grams.push(h)
    const next = hashes[i + 1]
    if (next !== undefined) grams.push(pairHash(h, next))
  })
  const stems = [...new Set(keys(kept))].map((key) => ({ hash: keyHash(key), key }))
  const characters: number[] = []
  for (const word of kept) addCharacters(characters, word)
  return { words: grams, characters, keys: stems }
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
