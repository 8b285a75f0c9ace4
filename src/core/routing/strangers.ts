import type { Engine } from '../engine.ts'
import type { Token } from '../language/text.ts'

/**
 * How many words of a text are neither words of choosing nor stand in some name, nor are `known` otherwise. With one of
 * them no names stand alone, of whichever comparison: most questions are told apart from a list of names by this.
 */
export function strangers(
  { allNames, carriers }: Pick<Engine, 'allNames' | 'carriers'>,
  tokens: readonly Token[],
  known: (word: string) => boolean = () => false,
): number {
  let count = 0
  for (const { word } of tokens)
    if (word !== '?' && !carriers.has(word) && !allNames.holds(word) && !known(word)) count++
  return count
}
