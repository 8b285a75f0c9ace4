import type { Comparison } from '../domain/comparison.ts'
import type { Entry } from '../domain/entry.ts'
import { fold, saidWords, tokenize } from '../language/text.ts'

/** An entry by the place of its comparison. */
export interface Titled {
  of: number
  entry: Entry
}

/** The entries by their titles: whoever types what a card or a list shows gets what it names. */
export class KnownTitles {
  private readonly titled = new Map<string, Titled | null>()

  /** Linear in the titles. */
  constructor(comparisons: readonly Pick<Comparison, 'entries'>[]) {
    comparisons.forEach(({ entries }, of) => {
      for (const entry of entries) {
        const key = saidWords(tokenize(fold(entry.title))).join(' ')
        // What two entries are called tells neither.
        this.titled.set(key, this.titled.has(key) ? null : { of, entry })
      }
    })
  }

  /** The one entry with these words as its title, whatever their case and marks. */
  find(words: readonly string[]): Titled | undefined {
    return this.titled.get(words.join(' ')) ?? undefined
  }
}
