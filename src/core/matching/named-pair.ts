import type { NamedPair } from '../domain/comparison.ts'
import type { TakenApart } from '../language/text.ts'
import { CHOOSING, type ForeignName } from './foreign.ts'

/** A pair that guides only name, the names of each side as lists of words. */
export interface PreparedPair {
  pair: NamedPair
  sides: readonly (readonly (readonly string[])[])[]
  /** The first words of the names of each side, each once. */
  firsts: readonly (readonly string[])[]
}

interface Place {
  from: number
  to: number
}

export function preparePairs(pairs: readonly NamedPair[]): PreparedPair[] {
  return pairs.map((pair) => {
    const sides = pair.sides.map((names) => names.map((name) => name.split(/\s+/)))
    return { pair, sides, firsts: sides.map((names) => [...new Set(names.map(([first = '']) => first))]) }
  })
}

/** The pair that guides only name, when the question, made of these words, sets names of its sides against each other. */
export function namedPair(
  pairs: readonly PreparedPair[],
  text: TakenApart,
  words: ReadonlySet<string>,
  foreign: readonly ForeignName[],
): NamedPair | null {
  for (const { pair, sides, firsts } of pairs) {
    // Most questions hold no first word of some side: nothing is looked for then.
    if (!firsts.every((side) => side.some((first) => words.has(first)))) continue
    const [left = [], ...others] = sides.map((names) => placesOf(names, text))
    if (!left.length) continue
    if (!others.length) {
      if (foreign.some((name) => name.chosen || name.asked)) return pair
      continue
    }
    if (others.every((side) => side.some((b) => left.some((a) => opposed(a, b, text))))) return pair
  }
  return null
}

/** Where one of the names stands. */
function placesOf(names: readonly (readonly string[])[], { tokens }: TakenApart): Place[] {
  return tokens.flatMap((_, at) => {
    const words = names.find((name) => name.every((word, k) => tokens[at + k]?.word === word))
    return words ? [{ from: at, to: at + words.length }] : []
  })
}

function opposed(a: Place, b: Place, { tokens, folded }: TakenApart): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  const gap = tokens.slice(first.to, second.from)
  if (gap.length > 2) return false
  const between = folded.slice(tokens[first.to - 1]!.end, tokens[second.from]!.at)
  return gap.some((token) => CHOOSING.has(token.word)) || (gap.length === 0 && between.includes('/'))
}
