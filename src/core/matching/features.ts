import { hashText, mix } from '../language/hash.ts'
import { keys } from '../language/text.ts'

const PAIR = 21
const CHARS = 22
const KEY = 23

/** Hashes of what a question is matched by: words and pairs of words, characters inside words, and stems for coverage. */
export interface QuestionFeatures {
  /** The words as they stand. */
  spelled: readonly string[]
  words: number[]
  /** Worked out when asked for: an index of many wordings needs them once per distinct word. */
  readonly characters: number[]
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
  const stems = [...new Set(keys(kept))].map((key) => ({ hash: mix(KEY, hashText(key)), key }))
  return {
    spelled: kept,
    words: grams,
    get characters() {
      const all: number[] = []
      for (const word of kept) addCharacters(all, word)
      return all
    },
    keys: stems,
  }
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
