import type { Engine, PreparedComparison } from '../engine.ts'
import { fold, tokenize } from '../language/text.ts'

/** A comparison whose names a text nearly gives, and the word that was read as one of them. */
export interface Meant {
  of: PreparedComparison
  typed: string
}

/** Ways to read mistyped words that are tried. */
const MOST_TRIED = 12

/**
 * The comparison that is meant where a short text gives its names and else only words of choosing, but for one word
 * that is one letter off a name ("djnago vs fastapi"); null where there is none. `alone` tells whether names stand
 * alone in a text, and of which comparison.
 */
export function meantComparison(
  { nearNames, allNames, carriers }: Engine,
  text: string,
  alone: (text: string) => PreparedComparison | undefined,
): Meant | null {
  const folded = fold(text).replace(/-(?:vs|or)-/g, ' vs ')
  const tokens = tokenize(folded)
  let tried = 0
  for (const [place, { word, at, end }] of tokens.entries()) {
    if (carriers.has(word) || allNames.find(tokens.slice(place, place + 1)).length > 0) continue
    for (const name of nearNames.find(word)) {
      if (tried++ === MOST_TRIED) return null
      const of = alone(folded.slice(0, at) + name + folded.slice(end))
      if (of) return { of, typed: word }
    }
  }
  return null
}
