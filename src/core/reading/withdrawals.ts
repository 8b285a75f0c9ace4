import type { FactId } from '../domain/fact.ts'
import { isOfOption } from '../domain/fact-kind.ts'
import type { Language } from '../domain/language.ts'
import { Phrases } from '../language/phrases.ts'
import { endsSentence, JOINING } from './features.ts'
import type { Clause, Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

export interface WithdrawalCues {
  before: Phrases
  behind: Phrases
  unnamed: Phrases
  pronouns: Phrases
  later: Phrases
}

/** From so many years ahead a year puts off what is said with it; the next one may be that of the launch. */
const YEARS_AHEAD = 2
/** What is so until a year is so today. */
const UNTIL = new Set(['until', 'till', 'til', 'since', 'through'])

/** How far a withdrawal stands from what it takes back, in words: "the live map of free spots was cut". */
const REACH = 4
const REACH_BEHIND = 9

export function withdrawalCues(language: Language): WithdrawalCues {
  return {
    before: new Phrases(language.withdrawing, language.notWithdrawing),
    behind: new Phrases(language.withdrawn, language.notWithdrawing),
    unnamed: new Phrases(language.takenBack),
    pronouns: new Phrases(language.pronouns),
    later: new Phrases(language.later),
  }
}

/** What is said only by two messages together is as good as said. */
export const SAID_TOGETHER = 0.9

/** That a message takes back a need which it does not name: the tokens of `trigger` say so. */
export function takesBack(id: FactId, clause: number, trigger: NonNullable<Statement['trigger']>): Statement {
  return { id, value: 'no', probability: SAID_TOGETHER, share: 1, clause, withdraws: true, trigger }
}

/**
 * "Scrap the sockets", "sockets were cut": a need with such a word close to it is a `no` that takes back what was
 * said before, whatever the model made of it. Facts per option are left alone: "dropped Flask" says what runs no more.
 * `year` is this one.
 */
export function correctWithdrawals(
  cues: WithdrawalCues,
  parsed: Parsed,
  statements: readonly Statement[],
  year: number,
): Statement[] {
  return statements.filter(isNoCue(cues, parsed)).map((statement) => {
    if (isOfOption(statement.id) || statement.reason === 'other-team') return statement
    const clause = parsed.clauses[statement.clause]!
    const at = statement.trigger ?? { from: clause.first, to: clause.last }
    const from = Math.max(clause.first, at.from - REACH)
    const to = Math.min(clause.last, at.to + REACH_BEHIND)
    const taken = statement.trigger
      ? cues.before.within(parsed.tokens, from, at.from) || cues.behind.within(parsed.tokens, at.to, to)
      : cues.before.within(parsed.tokens, clause.first, Math.min(clause.last, clause.first + REACH)) ||
        (statement.value === 'no' && cues.behind.within(parsed.tokens, clause.first, clause.last))
    if (!taken && !takenNext(cues, parsed, statement.clause)) return putOff(cues, parsed, statement, year)
    const { reason: _, ...plain } = statement
    return { ...plain, value: 'no', withdraws: true }
  })
}

/** "Scrap" has the stem of "scraping": a word that takes a need back states none. */
function isNoCue({ before }: WithdrawalCues, { tokens }: Parsed): (statement: Statement) => boolean {
  return ({ trigger }) =>
    !trigger || trigger.to - trigger.from > 1 || !before.within(tokens, trigger.from, trigger.to)
}

/** "Live bidding - cut"; "It had a recommender. That was cut in June."; "… was planned but got cut". */
function takenNext({ behind, pronouns }: WithdrawalCues, parsed: Parsed, k: number): boolean {
  const next = parsed.clauses[k + 1]
  if (!next) return false
  const joined = JOINING.has(parsed.tokens[next.first]!.word) ? 1 : 0
  const tokens = parsed.tokens.slice(next.first + joined, next.last)
  if (!endsSentence(parsed, k) && behind.starts(tokens)) return true
  return pronouns.starts(tokens) && behind.within(tokens, 0, tokens.length)
}

/**
 * A plain need in a clause that puts it off ("is on the wish list for phase 3", "an idea for 2029"), or in one that the
 * next does ("that's parked until 2028"), is a wish for later.
 */
function putOff(
  { later, pronouns }: WithdrawalCues,
  parsed: Parsed,
  statement: Statement,
  year: number,
): Statement {
  const open = statement.reason === 'unclear' || (statement.value === 'yes' && !statement.reason)
  if (!open) return statement
  const { tokens, clauses } = parsed
  const first = startOfAside(parsed, statement)
  const end = endOfAside(parsed, statement)
  const next = clauses[statement.clause + 1]
  const isLater =
    later.within(tokens, first, end) ||
    namesLaterYear(parsed, first, end, year) ||
    (next &&
      pronouns.starts(tokens.slice(next.first, next.last)) &&
      later.within(tokens, next.first, next.last))
  return isLater ? { ...statement, value: 'maybe', reason: 'later' } : statement
}

function namesLaterYear({ tokens }: Parsed, first: number, last: number, year: number): boolean {
  for (let i = first; i < last; i++) {
    const { word } = tokens[i]!
    if (/^20\d\d$/.test(word) && Number(word) >= year + YEARS_AHEAD && !UNTIL.has(tokens[i - 1]?.word ?? ''))
      return true
  }
  return false
}

/** Words of a clause that only adds to the one before it: "live updates: perhaps, some day". */
const ASIDE = 6

/** The beginning of a statement's clause, or of the one that it only adds to. */
function startOfAside(parsed: Parsed, { clause: k, id }: Statement): number {
  const { first, last } = parsed.clauses[k]!
  const before = parsed.clauses[k - 1]
  const adds = before && last - first <= ASIDE && !endsSentence(parsed, k - 1) && !namesOther(before, id)
  return adds ? before.first : first
}

/** The end of a statement's clause and of the short ones that its sentence adds to it. */
function endOfAside(parsed: Parsed, { clause: k, id }: Statement): number {
  let end = k
  for (let next = k + 1; !endsSentence(parsed, next - 1); next++) {
    const clause = parsed.clauses[next]!
    if (clause.last - clause.first > ASIDE || namesOther(clause, id)) break
    end = next
  }
  return parsed.clauses[end]!.last
}

/** True for a clause that speaks of another fact: "live chat, next year maybe AI" puts the AI off alone. */
function namesOther({ triggers }: Clause, id: FactId): boolean {
  return triggers.some(({ fact }) => fact !== id)
}
