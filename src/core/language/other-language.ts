import type { Token } from './text.ts'

/** Letters of scripts that English is not written in, at least; a name alone may have a few. */
const LEAST_LETTERS = 4

/** Different words of one language that are enough; fewer are where they are much of the text. */
const ENOUGH = 3
const FEWEST = 2
const LEAST_SHARE = 1 / 4

const LETTER = /\p{L}/gu
const LATIN = /\p{Script=Latin}/gu

/** Tells texts that are surely not in English, by their script or by small words that English does not have. */
export class OtherLanguages {
  /** The languages of each word. */
  private readonly of = new Map<string, string[]>()

  /** Small words by language. */
  constructor(languages: Readonly<Record<string, readonly string[]>>) {
    for (const [language, words] of Object.entries(languages)) {
      for (const word of words) this.of.set(word, [...(this.of.get(word) ?? []), language])
    }
  }

  /** True for a text that is surely in none but another language; a foreign word or name in English is none. */
  isSure({ folded, tokens }: { folded: string; tokens: readonly Token[] }): boolean {
    const small = new Set<string>()
    for (const { word } of tokens) if (this.of.has(word)) small.add(word)
    if (small.size >= FEWEST && this.isMuch(small, new Set(tokens.map(({ word }) => word)).size)) return true
    return isOtherScript(folded)
  }

  /** True where small words of one language are many, or much of so many words; a long English text may quote a sentence. */
  private isMuch(small: ReadonlySet<string>, words: number): boolean {
    const found = new Map<string, number>()
    for (const word of small) {
      for (const language of this.of.get(word)!) found.set(language, (found.get(language) ?? 0) + 1)
    }
    const most = Math.max(...found.values())
    if (most >= FEWEST && most / words >= LEAST_SHARE) return true
    return most >= ENOUGH && most / words >= LEAST_SHARE / 2
  }
}

/** Letters that may be of another script. */
const OTHER = /[\u0300-\u1fff\u2c00-\uffff]/

function isOtherScript(text: string): boolean {
  // Most texts hold no such letter at all.
  if (!OTHER.test(text)) return false
  const letters = text.match(LETTER)?.length ?? 0
  const others = letters - (text.match(LATIN)?.length ?? 0)
  return others >= LEAST_LETTERS && others * 3 > letters
}
