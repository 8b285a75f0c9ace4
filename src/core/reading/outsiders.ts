import type { NotCounted } from '../domain/not-counted.ts'
import type { Phrases } from '../language/phrases.ts'
import { JOINING } from './features.ts'
import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

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
    const said = value === 'yes' && !reason
    const doubtful = reason !== undefined && DOUBTFUL.has(reason)
    if (!trigger || !(said || doubtful) || statement.id.startsWith('existing/')) return statement
    const [first, last] = sentenceOf(parsed, trigger.from)
    const others = parsed.mentions.filter(
      (mention) =>
        mention.from >= first && mention.to <= last && !mention.inChoice && mention.from !== trigger.from,
    )
    const before = Math.max(
      first,
      ourClause(parsed, statement),
      ...others.filter(({ to }) => to <= trigger.from).map(({ to }) => to),
    )
    const behind = Math.min(last, ...others.filter(({ from }) => from >= trigger.to).map(({ from }) => from))
    const outside =
      nearer(phrases, parsed, before, trigger.from, 'end') ||
      nearer(phrases, parsed, trigger.to, behind, 'start')
    return outside ? { ...statement, value: 'yes', reason: 'other-team' } : statement
  })
}

/** Where a clause begins that speaks of us ("they do X and we need Y"): nothing before it says whose it is; else 0. */
function ourClause({ tokens, clauses }: Parsed, { clause }: Statement): number {
  const { first } = clauses[clause]!
  const speaker = JOINING.has(tokens[first]!.word) ? tokens[first + 1] : tokens[first]
  return speaker?.word === 'we' ? first : 0
}

/** Reasons that yield to words that plainly say whose it is. */
const DOUBTFUL = new Set<NotCounted>(['unclear', 'question', 'later', 'hypothetical'])
const OURS = new Set(['we', 'i', "we've", "i've", 'now'])

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

/**
 * True when a phrase stands in tokens [from, to) nearer to the option on the given side than to another one on the
 * other side; at the bounds of the sentence there is no other.
 */
function nearer(phrases: Phrases, parsed: Parsed, from: number, to: number, side: 'start' | 'end'): boolean {
  const found = phrases.first(parsed.tokens, from, to)
  // "We have no time" is said of us.
  if (!found || OURS.has(parsed.tokens[found.from - 1]?.word ?? '')) return false
  const other = side === 'end' ? from : to
  if (!parsed.mentions.some((mention) => mention.to === other || mention.from === other)) return true
  return side === 'end' ? to - found.to <= found.from - from : found.from - from <= to - found.to
}
