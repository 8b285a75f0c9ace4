import { isOfOption } from '../domain/fact-kind.ts'
import type { Language } from '../domain/language.ts'
import { hashText } from '../language/hash.ts'
import { Phrases } from '../language/phrases.ts'
import { type AskingCues, askingCues, isAsked, isInChoice } from './asked.ts'
import { endsSentence, JOINING, sentenceStart } from './features.ts'
import type { Clause, Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

/** Phrases that decide beside a term or an option's name, whatever the model made of the sentence. */
export interface PlainWords {
  gone: Phrases
  left: Phrases
  ended: Phrases
  hiring: Phrases
  disliked: Phrases
  unneeded: Phrases
  intended: Phrases
  needs: Phrases
  asking: AskingCues
}

/** How near such words stand, in words. */
export const NEAR = 4
const DENYING = new Set(['no', 'not', 'never', 'without', 'zero', '0', 'none', 'nobody', 'neither', 'cannot'])
const SHORT_DENIAL = /n't$|^(?:dont|doesnt|didnt|havent|hasnt|wont|cant|isnt|arent)$/
/** True for a word that denies what follows it. */
export function isDenial(word: string): boolean {
  return DENYING.has(word) || SHORT_DENIAL.test(word)
}

/** "Not only", "no longer just": a denial that denies nothing. */
const YET = new Set(['only', 'just', 'problem', 'doubt', 'matter', 'idea'])

export function plainWords(language: Language): PlainWords {
  return {
    gone: new Phrases(language.gone),
    left: new Phrases(language.left),
    ended: new Phrases(language.ended),
    hiring: new Phrases(language.hiring),
    disliked: new Phrases(language.disliked),
    unneeded: new Phrases(language.unneeded),
    intended: new Phrases(language.intended),
    needs: new Phrases(language.needs),
    asking: askingCues(language),
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
    const { trigger, withdraws, id } = statement
    if (isCited(parsed, statement)) return { ...statement, value: 'maybe', reason: 'unclear' }
    if (soundsAsked(words, parsed, statement)) return stated(statement)
    if (!trigger) return isMeant(words, parsed, statement) ? stated(statement) : statement
    if (withdraws) return statement
    return isOfOption(id)
      ? correctOption(words, parsed, statement, trigger)
      : correctNeed(words, parsed, statement, trigger)
  })
}

/** What only sounds like a question: no sentence asks it, and nothing in its clause makes it doubtful. */
function soundsAsked({ asking }: PlainWords, parsed: Parsed, { reason, clause }: Statement): boolean {
  return reason === 'question' && states(asking, parsed, clause) && !isHedged(parsed, parsed.clauses[clause]!)
}

/** A need in words of its own is meant when it is this plain and nothing in its clause makes it doubtful. */
const PLAIN = 0.85

function isMeant({ asking }: PlainWords, parsed: Parsed, statement: Statement): boolean {
  const { id, reason, leaning, probability, clause } = statement
  if (isOfOption(id) || reason !== 'unclear' || leaning !== 'yes' || probability < PLAIN) return false
  return states(asking, parsed, clause) && !isHedged(parsed, parsed.clauses[clause]!)
}

/** True where a clause tells what is, if only in the question which option to take. */
function states(asking: AskingCues, parsed: Parsed, clause: number): boolean {
  return isInChoice(parsed, clause) || !isAsked(asking, parsed, clause)
}

/** The statement as one that counts. */
function stated({ reason: _, ...plain }: Statement): Statement {
  return { ...plain, value: 'yes' }
}

const HEDGES = new Set(
  [
    ...['wish', 'if', 'ask', 'later', 'past', 'others', 'bystand', 'propose'],
    ...['deny', 'withdraw', 'correct', 'like', 'dislike', 'fashion', 'but'],
  ].map((name) => hashText(name)),
)

/** Behind these "if" supposes nothing: "it looks as if", "the net sees if somebody is there". */
const WHETHER = new Set([
  ...['as', 'see', 'sees', 'check', 'checks', 'tell', 'tells', 'show', 'shows', 'know', 'knows'],
  ...['detect', 'detects', 'decide', 'decides', 'predict', 'predicts', 'out', 'guess', 'guesses'],
])

/** True where some word of a clause could make what it says doubtful. */
function isHedged({ classes, words }: Parsed, { first, last }: Clause): boolean {
  return classes.some(
    (hit) =>
      hit.from >= first &&
      hit.from < last &&
      HEDGES.has(hit.class) &&
      !WHETHER.has(words[hit.from - 1] ?? ''),
  )
}

function correctNeed(
  { unneeded, needs, intended, asking }: PlainWords,
  parsed: Parsed,
  statement: Statement,
  { from, to }: { from: number; to: number },
): Statement {
  const clause = parsed.clauses[statement.clause]!
  const { reason, ...plain } = statement
  const needed =
    !isHedged(parsed, clause) ||
    (statement.leaning === 'yes' && needs.within(parsed.tokens, clause.first, clause.last))
  const isStated = states(asking, parsed, statement.clause)
  if (isStated && (reason === 'question' || (reason === 'unclear' && needed))) return stated(statement)
  if (reason && reason !== 'unclear') return statement
  if (statement.value === 'yes' && intended.within(parsed.tokens, clause.first, clause.last))
    return { ...plain, value: 'past', reason: 'past' }
  const deniedBefore =
    statement.value === 'yes' && DENYING.has(parsed.words[from - 1] ?? '') && from > clause.first
  const deniedBehind = unneeded.within(parsed.tokens, to, Math.min(clause.last, to + NEAR + 2))
  return deniedBefore || deniedBehind ? { ...plain, value: 'no' } : statement
}

/** The most words of a quotation that only cites a word. */
const CITED = 3
const QUOTES = new Set(['"', '“', '”', '«', '»'])

/** Somebody wrote "real-time" on the cover: a few words between quotation marks are cited, not meant. */
function isCited({ tokens, folded }: Parsed, { id, trigger, value, reason }: Statement): boolean {
  const said = value === 'yes' ? !reason : reason === 'question'
  if (!trigger || !said || isOfOption(id)) return false
  const { from, to } = trigger
  for (let first = from; first > to - 1 - CITED && first >= 0; first--) {
    if (!QUOTES.has(folded[tokens[first]!.at - 1] ?? '')) continue
    for (let last = to - 1; last < tokens.length && last < first + CITED; last++)
      if (QUOTES.has(folded[tokens[last]!.end] ?? '')) return true
  }
  return false
}

function correctOption(
  { gone, left, ended, hiring, disliked }: PlainWords,
  parsed: Parsed,
  statement: Statement,
  { from, to }: { from: number; to: number },
): Statement {
  if (statement.value !== 'yes' || statement.reason) return statement
  const clause = parsed.clauses[statement.clause]!
  const before = Math.max(clause.first, from - NEAR)
  const behind = Math.min(clause.last, to + NEAR)
  if (statement.id.startsWith('team/')) {
    const over = gone.within(parsed.tokens, before, from) || left.within(parsed.tokens, to, behind)
    if (over || isWhoLeft(left, parsed, statement.clause))
      return { ...statement, value: 'past', reason: 'past' }
    if (disliked.within(parsed.tokens, to, behind)) return { ...statement, reason: 'taste' }
    // Who is looked for is not there.
    if (hiring.within(parsed.tokens, before, from)) return { ...statement, value: 'maybe', reason: 'later' }
    const denied = deniedBetween(parsed, before, from) || deniesAll(parsed, clause, from)
    return denied ? { ...statement, value: 'no' } : statement
  }
  const over =
    gone.within(parsed.tokens, before, from) ||
    ended.within(parsed.tokens, to, Math.min(clause.last, behind + 2))
  return over ? { ...statement, value: 'past', reason: 'past' } : statement
}

/** Words that name a person by what they knew: "the X guy". */
const LONGEST_PERSON = 4

const THEIRS = new Set(['his', 'her', 'their', 'him', 'them'])

/** "Joe left on Friday, the X guy", "Joe is retired, and his X with him": who is gone is named before what he knew. */
function isWhoLeft(left: Phrases, parsed: Parsed, k: number): boolean {
  const { tokens, clauses } = parsed
  const before = clauses[k - 1]
  const { first, last } = clauses[k]!
  if (!before || endsSentence(parsed, k - 1)) return false
  // "The rest of us write X" names who stays.
  const isPerson = tokens[first]!.word === 'the' && last - first <= LONGEST_PERSON
  const isTheirs = JOINING.has(tokens[first]!.word) && THEIRS.has(tokens[first + 1]?.word ?? '')
  if (!isPerson && !isTheirs) return false
  const from = isTheirs ? clauses[sentenceStart(parsed, k)]! : before
  return left.within(tokens, from.first, before.last)
}

const NOBODY = new Set(['neither', 'nobody', 'none', 'noone'])

/** "And neither can write server side X": a clause that begins so denies for all, however far the name stands. */
function deniesAll({ words, mentions }: Parsed, { first }: Clause, from: number): boolean {
  const at = JOINING.has(words[first] ?? '') ? first + 1 : first
  return NOBODY.has(words[at] ?? '') && !mentions.some((mention) => mention.from >= at && mention.to <= from)
}

/** A denial in tokens [from, to) with no other name behind it. */
function deniedBetween(parsed: Parsed, from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    const word = parsed.words[i] ?? ''
    if (parsed.mentions.some((mention) => i >= mention.from && i < mention.to)) return false
    if (!isDenial(word)) continue
    return !YET.has(parsed.words[i + 1] ?? '')
  }
  return false
}
