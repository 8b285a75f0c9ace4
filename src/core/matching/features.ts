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
    if (next !== undefined) grams.push(mix(mix(PAIR, h), next))
  })
  const characters: number[] = []
  for (const word of kept) {
    const padded = ` ${word} `
    for (let n = 3; n <= 5; n++) {
      for (let at = 0; at + n <= padded.length; at++)
        characters.push(mix(CHARS, hashText(padded, n, at, at + n)))
      if (padded.length <= n) break
    }
  }
  const stems = [...new Set(keys(kept))].map((key) => ({ hash: mix(KEY, hashText(key)), key }))
  return { words: grams, characters, keys: stems }
}

/** Least number of texts that a feature must stand in to be known. */
export const LEAST = { words: 2, characters: 3, keys: 1 } as const
