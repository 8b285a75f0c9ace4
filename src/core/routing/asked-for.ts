import type { ForeignName } from '../matching/foreign.ts'
import type { Parsed } from '../reading/parse.ts'

/** Characters between two names of one choice: " versus " and the like. */
const LONGEST_GAP = 12

/** True when the question is about a foreign name: it is set against one of ours, or ours are not named at all. */
export function isAskedFor(
  { at, end, chosen, asked }: ForeignName,
  { parsed, named }: { parsed: Parsed; named: number },
): boolean {
  if (named === 0) return chosen || asked
  const beside = parsed.mentions.some((mention) => {
    const from = parsed.tokens[mention.from]!.at
    const to = parsed.tokens[mention.to - 1]!.end
    return Math.min(Math.abs(at - to), Math.abs(from - end)) <= LONGEST_GAP
  })
  return chosen && beside
}
