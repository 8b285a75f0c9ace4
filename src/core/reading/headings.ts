import type { Language } from '../domain/language.ts'
import { oneOf } from '../language/one-of.ts'
import { isNeed } from './discussion.ts'
import type { Parsed } from './parse.ts'
import { type Statement, startOf } from './statement.ts'

/** How a heading for later stands in a line of its own, and before what it heads ("Nice to have: alerts, search."). */
export interface HeadingCues {
  alone: RegExp
  inline: RegExp
}

const MARKUP = String.raw`[ \t*_~#>]*`
const BULLET = /^[ \t]*(?:[-*•–]|\d+[.)]|\[.?\])[ \t]/
/** Any heading: a few words and a colon, or words in bold type, and nothing else. */
const HEADING = /^[ \t_~#>]*(?:\*[^*\n]{1,30}\*:?|[^:\n]{1,30}:[*_~]*)[ \t]*$/

export function headingCues({ laterHeadings }: Pick<Language, 'laterHeadings'>): HeadingCues {
  const phrase = `(?:${oneOf(laterHeadings)})`
  return {
    alone: new RegExp(`^${MARKUP}${phrase}${MARKUP}:?${MARKUP}$`),
    inline: new RegExp(`(?:^|[.;!?\\n])${MARKUP}${phrase}${MARKUP}:${MARKUP}(?=\\S)`, 'g'),
  }
}

/** A need that stands under a heading such as "nice to have" is a wish for later. */
export function correctHeadings(
  cues: HeadingCues,
  parsed: Parsed,
  statements: readonly Statement[],
): readonly Statement[] {
  if (!statements.some(isNeed)) return statements
  const parts = headed(cues, parsed.folded)
  if (parts.length === 0) return statements
  return statements.map((statement) => {
    const at = startOf(parsed, statement)
    const isWish = isNeed(statement) && parts.some(({ from, to }) => from <= at && at < to)
    return isWish ? { ...statement, value: 'maybe', reason: 'later' } : statement
  })
}

interface Part {
  from: number
  to: number
}

/** The parts of a text under headings for later. Linear in its length. */
function headed({ alone, inline }: HeadingCues, folded: string): Part[] {
  const parts: Part[] = []
  for (const match of folded.matchAll(inline)) {
    const from = match.index + match[0].length
    const length = folded.slice(from).search(/[.!?\n]/)
    parts.push({ from, to: length < 0 ? folded.length : from + length })
  }
  let at = 0
  let open: (Part & { bulleted?: boolean }) | undefined
  for (const line of folded.split('\n')) {
    const end = at + line.length + 1
    const bulleted = BULLET.test(line)
    if (alone.test(line)) {
      open = { from: end, to: end }
      parts.push(open)
    } else if (!line.trim() || HEADING.test(line) || open?.bulleted === !bulleted) open = undefined
    else if (open) {
      open.bulleted = bulleted
      open.to = end
    }
    at = end
  }
  return parts
}
