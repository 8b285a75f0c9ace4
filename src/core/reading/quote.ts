import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

/** Longest quote of a fact, in characters: what a line of a card can hold. */
const LONGEST = 40

/**
 * The words that said it: the whole clause when it is short, else what stands around the term or name that gave it,
 * cut at word boundaries. Always an exact piece of the message.
 */
export function quoteOf(parsed: Parsed, statement: Statement): string {
  const { tokens } = parsed
  const clause = parsed.clauses[statement.clause]!
  const first = behindChoice(parsed, clause.first, statement.trigger?.from ?? clause.first)
  const start = first > clause.first ? tokens[first]!.at : clause.from
  const told = parsed.text.slice(start, statement.until ?? clause.to).trim()
  if (told.length <= LONGEST) return told
  const whole = parsed.text.slice(start, clause.to).trim()
  if (whole.length <= LONGEST) return whole
  let { from, to } = statement.trigger ?? { from: clause.first, to: clause.first + 1 }
  const length = (a: number, b: number) => tokens[b - 1]!.end - tokens[a]!.at
  while (to - from > 1 && length(from, to) > LONGEST) to--
  // What stands before tells more of a need than what follows ("we have to", "no", "maybe"): two words left, one right.
  for (let turn = 0, stuck = 0; stuck < 3; turn++) {
    const left = turn % 3 < 2 ? from - 1 : from
    const right = turn % 3 < 2 ? to : to + 1
    if (left < first || right > clause.last || length(left, right) > LONGEST) stuck++
    else {
      from = left
      to = right
      stuck = 0
    }
  }
  return parsed.text.slice(tokens[from]!.at, tokens[to - 1]!.end)
}

/** "A or B for a public API": the choice before a need is the question and no part of what is said. */
function behindChoice({ mentions }: Parsed, first: number, from: number): number {
  const choice = mentions.filter((mention) => mention.inChoice && mention.from >= first && mention.to <= from)
  return choice.at(-1)?.to ?? first
}

/** The term or name that gave it, as it stands in the message; nothing where the whole clause did. */
export function keyOf(parsed: Parsed, statement: Statement): { key?: string } {
  if (!statement.trigger) return {}
  const { from, to } = statement.trigger
  return { key: parsed.text.slice(parsed.tokens[from]!.at, parsed.tokens[to - 1]!.end) }
}
