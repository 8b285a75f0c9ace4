import { hashText } from '../language/hash.ts'
import { Numbering } from '../language/numbering.ts'
import { keyOf } from '../language/text.ts'
import { addCharacters, keyHash, LEAST, pairHash } from './features.ts'

/** A distinct word of the wordings, looked at once, with the numbers of its features. */
interface CountedWord {
  hash: number
  number: number
  characters: readonly number[]
  /** Of its stem; none for a stop word. */
  key: number | undefined
}

export interface CountedText {
  words: readonly CountedWord[]
  /** Numbers of its words and pairs of words. */
  grams: readonly number[]
}

export interface WordingCounts {
  /** Distinct hashes of features; their index is their number. */
  hashes: number[]
  /** Texts per number. */
  documents: number[]
  /** Texts that a feature needs to be kept, per number. */
  least: number[]
  texts: number
  /** Per entry and wording. */
  entries: CountedText[][]
}

/** Gives every feature of the wordings' words a number and counts in how many texts it stands. Linear in the words. */
export function countWordings(wordings: readonly (readonly (readonly string[])[])[]): WordingCounts {
  const numbers = new Numbering()
  const known = new Map<string, CountedWord>()
  const counts: WordingCounts = { hashes: [], documents: [], least: [], texts: 0, entries: [] }
  const lastText: number[] = []

  const numberOf = (hash: number, least: number): number => {
    const number = numbers.add(hash)
    if (number === counts.hashes.length) {
      counts.hashes.push(hash)
      counts.documents.push(0)
      counts.least.push(least)
      lastText.push(-1)
    }
    return number
  }
  const wordOf = (word: string): CountedWord => {
    const seen = known.get(word)
    if (seen) return seen
    const hash = hashText(word)
    const characters: number[] = []
    addCharacters(characters, word)
    const key = keyOf(word)
    const counted = {
      hash,
      number: numberOf(hash, LEAST.words),
      characters: characters.map((each) => numberOf(each, LEAST.characters)),
      key: key === undefined ? undefined : numberOf(keyHash(key), LEAST.keys),
    }
    known.set(word, counted)
    return counted
  }
  const standsHere = (number: number) => {
    if (lastText[number] === counts.texts) return
    lastText[number] = counts.texts
    counts.documents[number]!++
  }
  const countText = (text: readonly string[]): CountedText => {
    const words = text.map(wordOf)
    const grams: number[] = []
    for (let i = 0; i < words.length; i++) {
      const { hash, number, characters, key } = words[i]!
      const next = words[i + 1]
      grams.push(number)
      if (next) grams.push(numberOf(pairHash(hash, next.hash), LEAST.words))
      for (const each of characters) standsHere(each)
      if (key !== undefined) standsHere(key)
    }
    for (const each of grams) standsHere(each)
    counts.texts++
    return { words, grams }
  }

  counts.entries = wordings.map((texts) => texts.map(countText))
  return counts
}
