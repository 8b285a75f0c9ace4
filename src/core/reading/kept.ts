import { hashText } from '../language/hash.ts'
import type { Mention } from '../language/names.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Token } from '../language/text.ts'
import { JOINING, sentenceStart } from './features.ts'
import type { Clause, Parsed } from './parse.ts'
import { isDenial, NEAR } from './plain-words.ts'
import { clauseOf, type Statement } from './statement.ts'

const KEEPING = hashText('keep')

/**
 * "Keep it on A or rebuild with B?": a choice against what runs says what runs. By `said`, whoever knows A and asks
 * whether to stay with it speaks of what they know.
 */
export function keptInChoice(parsed: Parsed, said: readonly Statement[]): Statement[] {
  const { mentions, classes, words } = parsed
  const isKnown = (option: string) =>
    said.some(({ id, value, reason }) => id === `team/${option}` && value === 'yes' && !reason)
  return mentions.flatMap((mention): Statement[] => {
    const { from, to } = mention
    const clause = clauseOf(parsed, mention)
    const { first } = parsed.clauses[sentenceStart(parsed, clause)]!
    const kept = classes.some(
      (hit) => hit.class === KEEPING && hit.from >= first && hit.to <= from && from - hit.to <= 2,
    )
    if (!kept || !words.slice(to, to + NEAR).includes('or') || isKnown(mention.option)) return []
    return [runs(mention, clause)]
  })
}

/** That an option runs today, as sure as plain words make it. */
export function runs(
  { option, from, to }: Pick<Mention, 'option' | 'from' | 'to'>,
  clause: number,
): Statement {
  return { id: `existing/${option}`, value: 'yes', probability: 0.9, share: 1, clause, trigger: { from, to } }
}

/** Words between a name and the word that keeps it: "the X service from the merger stays". */
const KEPT_BEHIND = 6
const KEPT_BEFORE = 3
const STAYING = new Set(['stay', 'stays', 'staying', 'remain', 'remains', 'kept'])
/** How a clause begins that speaks of what the one before it named: "the X tool, which stays". */
const RELATIVE = new Set(['which', 'that', 'it', 'this', 'they', 'those'])
/** Who builds may stay as well: "two A people, they stay". */
export const PEOPLE = hashText('team')

/** "Keep the A service", "the A shop stays", "the A tool, which stays": what is kept runs. */
export function keptPlainly(staying: Phrases, parsed: Parsed): Statement[] {
  return parsed.mentions.flatMap((mention): Statement[] => {
    const clause = clauseOf(parsed, mention)
    return mention.inChoice || !isKept(staying, parsed, clause, mention) ? [] : [runs(mention, clause)]
  })
}

/** Clauses behind a name in which it may be said that it stays. */
const TOLD_WITHIN = 2
const HAVING_TO = new Set([
  'has',
  'have',
  'to',
  'must',
  'will',
  'should',
  'shall',
  'just',
  'simply',
  'definitely',
])

/** What may follow "it stays" where that says that it runs on. */
export const PUT = new Set([
  'as',
  'where',
  'how',
  'put',
  'here',
  'there',
  'in',
  'on',
  'with',
  'for',
  'anyway',
  'too',
  '?',
])

/** Words of a clause before it says that something stays: "and that stays". */
const BEFORE_STAYING = 2

/** Where a clause says at its beginning that something stays. */
export function staysAtOnce(
  staying: Phrases,
  tokens: readonly Token[],
  { first, last }: Clause,
): { from: number; to: number } | undefined {
  const found = staying.first(tokens, first, last)
  return found && found.from - first <= BEFORE_STAYING ? found : undefined
}

/** "It stays", "and that has to stay". */
function staysAgain(words: readonly string[], { first, last }: Clause): boolean {
  let at = first
  if (JOINING.has(words[at] ?? '')) at++
  if (!RELATIVE.has(words[at++] ?? '')) return false
  while (at < last && HAVING_TO.has(words[at] ?? '')) at++
  // "It stays small" says nothing of what runs.
  return at < last && STAYING.has(words[at] ?? '') && (at + 1 >= last || PUT.has(words[at + 1] ?? ''))
}

function isKept(
  staying: Phrases,
  { clauses, classes, mentions, words, tokens }: Parsed,
  clause: number,
  { from, to }: Mention,
): boolean {
  const { first, last } = clauses[clause]!
  const before = words.slice(Math.max(first, from - KEPT_BEFORE), from)
  const room = words.slice(to, Math.min(last, to + KEPT_BEHIND))
  // "A for the portal, or stay?": what would stay is something else.
  const behind = room.slice(0, [...room, 'or'].indexOf('or'))
  const people = classes.some((hit) => hit.class === PEOPLE && hit.from >= first && hit.to <= last)
  if (!people && staying.within(tokens, to, Math.min(last, to + KEPT_BEHIND))) return true
  const told = (people ? [] : clauses)
    .slice(clause + 1, clause + 1 + TOLD_WITHIN)
    .some(
      (next) =>
        (staysAgain(words, next) || staysAtOnce(staying, tokens, next)) &&
        !mentions.some((m) => m.from >= to && m.from < next.first),
    )
  const kept = before.includes('keep') || behind.some((word) => STAYING.has(word))
  if (!told && !kept) return false
  const said = kept ? [...words.slice(first, from), ...behind] : []
  return !said.some(isDenial)
}
