import type { Language } from '../domain/language.ts'
import { hashText } from '../language/hash.ts'
import type { Mention } from '../language/names.ts'
import { Phrases } from '../language/phrases.ts'
import { isAsked } from './asked.ts'
import { clauseOf, type Statement } from './message.ts'
import type { Clause, Parsed } from './parse.ts'

/** Phrases that decide beside a term or an option's name, whatever the model made of the sentence. */
export interface PlainWords {
  gone: Phrases
  left: Phrases
  ended: Phrases
  hiring: Phrases
  unneeded: Phrases
  intended: Phrases
  needs: Phrases
  interrogatives: Phrases
}

/** How near such words stand, in words. */
const NEAR = 4
const DENYING = new Set(['no', 'not', 'never', 'without', 'zero', 'none', 'nobody', 'neither', 'cannot'])
const SHORT_DENIAL = /n't$|^(?:dont|doesnt|didnt|havent|hasnt|wont|cant|isnt|arent)$/
/** "Not only", "no longer just": a denial that denies nothing. */
const YET = new Set(['only', 'just', 'problem', 'doubt', 'matter', 'idea'])

export function plainWords(language: Language): PlainWords {
  return {
    gone: new Phrases(language.gone),
    left: new Phrases(language.left),
    ended: new Phrases(language.ended),
    hiring: new Phrases(language.hiring),
    unneeded: new Phrases(language.unneeded),
    intended: new Phrases(language.intended),
    needs: new Phrases(language.needs),
    interrogatives: new Phrases(language.interrogatives),
  }
}

/**
 * "Without websockets", "we don't know X", "we dropped X", "websockets are not needed": plain words that a colleague
 * never misreads. Looks only at the words right beside the term or name.
 */
export function correctPlainWords(
  words: PlainWords,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.map((statement) => {
    if (isMeant(words, parsed, statement)) {
      const { reason: _, ...plain } = statement
      return { ...plain, value: 'yes' }
    }
    if (!statement.trigger || statement.withdraws) return statement
    return statement.id.includes('/')
      ? correctOption(words, parsed, statement, statement.trigger)
      : correctNeed(words, parsed, statement, statement.trigger)
  })
}

/** A need in words of its own is meant when it is this plain and nothing in its clause makes it doubtful. */
const PLAIN = 0.85

function isMeant({ interrogatives }: PlainWords, parsed: Parsed, statement: Statement): boolean {
  const { id, reason, leaning, probability, clause, trigger } = statement
  if (trigger || id.includes('/') || reason !== 'unclear' || leaning !== 'yes' || probability < PLAIN)
    return false
  return !isAsked(parsed, clause, interrogatives) && !isHedged(parsed, parsed.clauses[clause]!)
}

const HEDGES = new Set(
  [
    ...['wish', 'if', 'ask', 'later', 'past', 'others', 'bystand', 'propose'],
    ...['deny', 'withdraw', 'correct', 'like', 'dislike', 'fashion', 'but'],
  ].map((name) => hashText(name)),
)

/** True where some word of a clause could make what it says doubtful. */
function isHedged({ classes, words }: Parsed, { first, last }: Clause): boolean {
  return classes.some(
    // "It looks as if" supposes nothing.
    (hit) => hit.from >= first && hit.from < last && HEDGES.has(hit.class) && words[hit.from - 1] !== 'as',
  )
}

const KEEPING = hashText('keep')

/** "Keep it on A or rebuild with B?": a choice against what runs says what runs. */
export function keptInChoice(parsed: Parsed): Statement[] {
  const { mentions, classes, words } = parsed
  return mentions.flatMap((mention): Statement[] => {
    const { from, to } = mention
    const kept = classes.some((hit) => hit.class === KEEPING && hit.to <= from && from - hit.to <= 2)
    if (!kept || !words.slice(to, to + NEAR).includes('or')) return []
    return [runs(mention, clauseOf(parsed, mention))]
  })
}

/** That what a mention names runs today, as sure as plain words make it. */
function runs({ option, from, to }: Mention, clause: number): Statement {
  return { id: `existing/${option}`, value: 'yes', probability: 0.9, share: 1, clause, trigger: { from, to } }
}

/** Words between a name and the word that keeps it: "the X service from the merger stays". */
const KEPT_BEHIND = 6
const KEPT_BEFORE = 3
const STAYING = new Set(['stay', 'stays', 'staying', 'remain', 'remains', 'kept'])
/** How a clause begins that speaks of what the one before it named: "the X tool, which stays". */
const RELATIVE = new Set(['which', 'that', 'it', 'this', 'they', 'those'])
/** Who builds may stay as well: "two A people, they stay". */
const PEOPLE = hashText('team')

/** "Keep the A service", "the A shop stays", "the A tool, which stays": what is kept runs. */
export function keptPlainly(parsed: Parsed): Statement[] {
  return parsed.mentions.flatMap((mention): Statement[] => {
    const clause = clauseOf(parsed, mention)
    return mention.inChoice || !isKept(parsed, clause, mention) ? [] : [runs(mention, clause)]
  })
}

/** Clauses behind a name in which it may be said that it stays. */
const TOLD_WITHIN = 2
const JOINING = new Set(['and', 'but', 'so'])
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

const PUT = new Set([
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
  { clauses, classes, mentions, words }: Parsed,
  clause: number,
  { from, to }: Mention,
): boolean {
  const { first, last } = clauses[clause]!
  const before = words.slice(Math.max(first, from - KEPT_BEFORE), from)
  const room = words.slice(to, Math.min(last, to + KEPT_BEHIND))
  // "A for the portal, or stay?": what would stay is something else.
  const behind = room.slice(0, [...room, 'or'].indexOf('or'))
  const people = classes.some((hit) => hit.class === PEOPLE && hit.from >= first && hit.to <= last)
  const told = (people ? [] : clauses)
    .slice(clause + 1, clause + 1 + TOLD_WITHIN)
    .some((next) => staysAgain(words, next) && !mentions.some((m) => m.from >= to && m.from < next.first))
  const kept = before.includes('keep') || behind.some((word) => STAYING.has(word))
  if (!told && !kept) return false
  const said = kept ? [...words.slice(first, from), ...behind] : []
  return !said.some((word) => DENYING.has(word) || SHORT_DENIAL.test(word))
}

function correctNeed(
  { unneeded, needs, intended, interrogatives }: PlainWords,
  parsed: Parsed,
  statement: Statement,
  { from, to }: { from: number; to: number },
): Statement {
  const clause = parsed.clauses[statement.clause]!
  const { reason, ...plain } = statement
  const states = !isAsked(parsed, statement.clause, interrogatives)
  const needed =
    !isHedged(parsed, clause) ||
    (statement.leaning === 'yes' && needs.within(parsed.tokens, clause.first, clause.last))
  if (states && (reason === 'question' || (reason === 'unclear' && needed))) return { ...plain, value: 'yes' }
  if (reason && reason !== 'unclear') return statement
  if (statement.value === 'yes' && intended.within(parsed.tokens, clause.first, clause.last))
    return { ...plain, value: 'past', reason: 'past' }
  const deniedBefore =
    statement.value === 'yes' && DENYING.has(parsed.words[from - 1] ?? '') && from > clause.first
  const deniedBehind = unneeded.within(parsed.tokens, to, Math.min(clause.last, to + NEAR + 2))
  return deniedBefore || deniedBehind ? { ...plain, value: 'no' } : statement
}

function correctOption(
  { gone, left, ended, hiring }: PlainWords,
  parsed: Parsed,
  statement: Statement,
  { from, to }: { from: number; to: number },
): Statement {
  if (statement.value !== 'yes' || statement.reason) return statement
  const clause = parsed.clauses[statement.clause]!
  const before = Math.max(clause.first, from - NEAR)
  const behind = Math.min(clause.last, to + NEAR)
  if (statement.id.startsWith('team/')) {
    if (left.within(parsed.tokens, to, behind)) return { ...statement, value: 'past', reason: 'past' }
    // Who is looked for is not there.
    if (hiring.within(parsed.tokens, before, from)) return { ...statement, value: 'maybe', reason: 'later' }
    return deniedBetween(parsed, before, from) ? { ...statement, value: 'no' } : statement
  }
  const over =
    gone.within(parsed.tokens, before, from) ||
    ended.within(parsed.tokens, to, Math.min(clause.last, behind + 2))
  return over ? { ...statement, value: 'past', reason: 'past' } : statement
}

/** A denial in tokens [from, to) with no other name behind it. */
function deniedBetween(parsed: Parsed, from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    const word = parsed.words[i] ?? ''
    if (parsed.mentions.some((mention) => i >= mention.from && i < mention.to)) return false
    if (!DENYING.has(word) && !SHORT_DENIAL.test(word)) continue
    return !YET.has(parsed.words[i + 1] ?? '')
  }
  return false
}
