import type { Engine, PreparedComparison } from '../engine.ts'
import { tokenize } from '../language/text.ts'
import { strangers } from './strangers.ts'

/** A comparison whose names a text nearly gives, and the word that was read as one of them. */
export interface Meant {
  of: PreparedComparison
  typed: string
}

/** Ways to read mistyped words that are tried. */
const MOST_TRIED = 12

/**
 * The comparison that is meant where a short folded text gives its names and else only words of choosing, but for one word
 * that is one letter off a name ("djnago vs fastapi"); null where there is none. `alone` tells whether names stand
 * alone in a text, and of which comparison.
 */
export function meantComparison(
  engine: Engine,
  folded: string,
  alone: (text: string) => PreparedComparison | undefined,
): Meant | null {
  const tokens = tokenize(folded)
  // One letter makes one word a name, not two.
  if (strangers(engine, tokens) > 1) return null
  const { nearNames, allNames, carriers } = engine
  const unknown = tokens.filter((token) => !carriers.has(token.word) && allNames.find([token]).length === 0)
  let tried = 0
  for (const { word, at, end } of unknown) {
    for (const name of nearNames.find(word)) {
      if (tried++ === MOST_TRIED) return null
      const of = alone(folded.slice(0, at) + name + folded.slice(end))
      if (of) return { of, typed: word }
    }
  }
  return null
}
