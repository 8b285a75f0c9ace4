import type { Phrases } from '../language/phrases.ts'
import type { Statement } from './message.ts'
import type { Parsed } from './parse.ts'

/**
 * "The people upstairs do X but won't touch this": a statement in a sentence that says so of them is
 * another team's, whatever the model made of it. The phrase belongs to the nearest option of its sentence.
 */
export function correctOutsiders(
  phrases: Phrases,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.map((statement) => {
    const { trigger, value, reason } = statement
    // "We won't touch it" says of people that they stay away, and of a system that it stays.
    if (!trigger || value !== 'yes' || reason || statement.id.startsWith('existing/')) return statement
    const [first, last] = sentenceOf(parsed, trigger.from)
    const others = parsed.mentions.filter(
      (mention) =>
        mention.from >= first && mention.to <= last && !mention.inChoice && mention.from !== trigger.from,
    )
    const before = Math.max(first, ...others.filter(({ to }) => to <= trigger.from).map(({ to }) => to))
    const behind = Math.min(last, ...others.filter(({ from }) => from >= trigger.to).map(({ from }) => from))
    const outside =
      phrases.within(parsed.tokens, before, trigger.from) || phrases.within(parsed.tokens, trigger.to, behind)
    return outside ? { ...statement, reason: 'other-team' } : statement
  })
}

/** Tokens [first, last) of the sentence that token `at` stands in. */
function sentenceOf(parsed: Parsed, at: number): [number, number] {
  const { tokens, folded } = parsed
  const ends = (i: number) =>
    /[.!?;\n]/.test(folded.slice(tokens[i]!.end, tokens[i + 1]?.at ?? folded.length))
  let first = at
  while (first > 0 && !ends(first - 1)) first--
  let last = at
  while (last < tokens.length - 1 && !ends(last)) last++
  return [first, last + 1]
}
