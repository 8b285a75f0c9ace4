import type { Comparison } from '../domain/comparison.ts'
import { hashText } from '../language/hash.ts'
import { Numbering, type StoredNumbering } from '../language/numbering.ts'
import { fold, keyOf, tokenize } from '../language/text.ts'
import { largest } from '../matching/largest.ts'

/** What is counted of the words of all comparisons, once: plain data, so that it can be stored. */
export interface ComparisonCounts {
  /** Hash of a stem → place; the comparisons that use the stem of place p are [offsets[p], offsets[p + 1]). */
  places: StoredNumbering
  offsets: Uint32Array
  of: Uint16Array
  /** How much the stem says for each. */
  weights: Float32Array
}

/** A word that stands so often in a comparison counts half of what it could. */
const HALF = 2

/** How often a word of the title or the subject counts. */
const TITLE = 5

/** Counts the stems of titles, subjects and wordings. Linear in their words. */
export function countComparisons(comparisons: readonly Comparison[]): ComparisonCounts {
  const places = new Numbering()
  const uses: { of: number; count: number }[][] = []
  const counted = comparisons.map(countsOf)
  const sizes = counted.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0))
  const usual = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  counted.forEach((counts, of) => {
    for (const [key, times] of counts) {
      // As if all were of one size: what a small one says once is much of what it says.
      const count = (times * usual) / (sizes[of] || 1)
      const place = places.add(hashText(key))
      const known = uses[place] ?? []
      uses[place] = known
      known.push({ of, count })
    }
  })
  const offsets = new Uint32Array(uses.length + 1)
  uses.forEach((list, place) => {
    offsets[place + 1] = offsets[place]! + list.length
  })
  const flat = uses.flat()
  // A word that all use tells none apart.
  const rarity = uses.map((list) => Math.log((1 + comparisons.length) / list.length))
  const weights = uses.flatMap((list, place) =>
    list.map(({ count }) => (rarity[place]! * count) / (count + HALF)),
  )
  return {
    places: places.stored(),
    offsets,
    of: Uint16Array.from(flat, ({ of }) => of),
    weights: Float32Array.from(weights),
  }
}

/**
 * Which comparisons a question without names may be about, by the stems of its words: one small index over all
 * wordings, so that the larger ones of single comparisons need not all be asked.
 */
export class ComparisonIndex {
  private readonly counts: ComparisonCounts
  private readonly places: Numbering
  /** Of each comparison, room that each question takes anew. */
  private readonly sums: Float64Array

  /** `comparisons` is how many were counted. */
  constructor(counts: ComparisonCounts, comparisons: number) {
    this.counts = counts
    this.places = Numbering.of(counts.places)
    this.sums = new Float64Array(comparisons)
  }

  /** The comparisons that use the words, at most `limit`, best first. */
  rank(words: readonly string[], limit: number): number[] {
    const { offsets, of, weights } = this.counts
    const sums = this.sums.fill(0)
    for (const key of new Set(words.map(keyOf))) {
      const place = key === undefined ? undefined : this.places.get(hashText(key))
      if (place === undefined) continue
      for (let o = offsets[place]!, end = offsets[place + 1]!; o < end; o++) sums[of[o]!]! += weights[o]!
    }
    return largest(sums, limit).filter((place) => sums[place]! > 0)
  }
}

function countsOf({ title, subject, entries, ownFacts }: Comparison): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, times: number) => {
    for (const { word } of tokenize(fold(text))) {
      const key = keyOf(word)
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + times)
    }
  }
  add(`${title} ${subject}`, TITLE)
  for (const entry of entries) for (const text of [entry.title, ...entry.wordings]) add(text, 1)
  for (const [, term] of ownFacts?.terms ?? []) add(term, 1)
  return counts
}
