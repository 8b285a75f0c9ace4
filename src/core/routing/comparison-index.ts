import type { Comparison } from '../domain/comparison.ts'
import { fold, keyOf, tokenize } from '../language/text.ts'

/** A comparison that uses a word, and how much that says for it. */
interface Use {
  of: number
  weight: number
}

/** A word that stands so often in a comparison counts half of what it could. */
const HALF = 2

/** How often a word of the title or the subject counts. */
const TITLE = 5

/**
 * Which comparisons a question without names may be about, by the stems of its words: one small index over all
 * wordings, so that the larger ones of single comparisons need not all be asked.
 */
export class ComparisonIndex {
  private readonly uses = new Map<string, Use[]>()

  /** Linear in the words of all wordings. */
  constructor(comparisons: readonly Comparison[]) {
    comparisons.forEach((comparison, of) => {
      for (const [key, count] of countsOf(comparison)) {
        const uses = this.uses.get(key) ?? []
        this.uses.set(key, uses)
        uses.push({ of, weight: count / (count + HALF) })
      }
    })
    for (const uses of this.uses.values()) {
      // A word that all use tells none apart.
      const rarity = Math.log((1 + comparisons.length) / uses.length)
      for (const use of uses) use.weight *= rarity
    }
  }

  /** The comparisons that use the words, at most `limit`, best first. */
  rank(words: readonly string[], limit: number): number[] {
    const sums = new Map<number, number>()
    for (const key of new Set(words.map(keyOf))) {
      for (const { of, weight } of (key !== undefined && this.uses.get(key)) || []) {
        sums.set(of, (sums.get(of) ?? 0) + weight)
      }
    }
    return [...sums]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([of]) => of)
  }
}

function countsOf({ title, subject, entries }: Comparison): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, times: number) => {
    for (const { word } of tokenize(fold(text))) {
      const key = keyOf(word)
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + times)
    }
  }
  add(`${title} ${subject}`, TITLE)
  for (const entry of entries) for (const text of [entry.title, ...entry.wordings]) add(text, 1)
  return counts
}
