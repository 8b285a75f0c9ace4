import type { Mention } from '../language/names.ts'
import type { Token } from '../language/text.ts'
import type { ForeignName } from '../matching/foreign.ts'

/** Characters between two names of one choice: " versus " and the like. */
const LONGEST_GAP = 14

/** What stands between names of one list: "A vs. B", "A, B", "A/B", "A or maybe B" … */
const LISTED =
  /^\s*(?:[,/]\s*)?(?:(?:or|vs\.?|versus|v|against|over)\s+(?:(?:maybe|even|perhaps|just)\s+)?)?$/
/** … and what makes it a choice. */
const CHOOSING = /\/|\b(?:or|vs|versus|v|against|over)\b/

interface Said {
  mentions: readonly Mention[]
  tokens: readonly Token[]
  folded: string
}

/**
 * The names that a text sets beside two options or more of a comparison that does not cover them: "A vs B vs C" is
 * answered for A and B, and says that C is not weighed. Empty where no two options stand in one list with them.
 */
export function unweighedIn(
  { mentions, tokens, folded }: Said,
  foreign: readonly ForeignName[],
): ForeignName[] {
  // Most questions hold no foreign name, or not two options: nothing is looked for then.
  if (foreign.length === 0 || mentions.length < 2) return []
  const names = [
    ...mentions.map(({ option, from, to }) => ({
      at: tokens[from]!.at,
      end: tokens[to - 1]!.end,
      option,
      other: null,
    })),
    ...foreign.map((other) => ({ at: other.at, end: other.end, option: null, other })),
  ].sort((a, b) => a.at - b.at)
  const found: ForeignName[] = []
  for (let first = 0; first < names.length; ) {
    let next = first + 1
    let chooses = false
    for (; next < names.length; next++) {
      const gap = folded.slice(names[next - 1]!.end, names[next]!.at)
      if (gap.trim() === '' || gap.length > LONGEST_GAP || !LISTED.test(gap)) break
      if (CHOOSING.test(gap)) chooses = true
    }
    // "We moved from A, B or C": what stands before a comma need not be one of them.
    const [head, second] = [names[first]!, names[first + 1]]
    const isPast =
      head.other !== null && !head.other.chosen && head.at > (tokens[0]?.at ?? 0) && second !== undefined
    const list = names.slice(isPast ? first + 1 : first, next)
    const options = new Set(list.flatMap(({ option }) => option ?? []))
    if (chooses && options.size > 1) found.push(...list.flatMap(({ other }) => other ?? []))
    first = next
  }
  return found
}

/** What such names are called: as another comparison calls its option, else as they were typed; each once. */
export function namesOf(foreign: readonly ForeignName[]): string[] {
  return [...new Set(foreign.map(({ name, covered }) => covered ?? name))]
}
