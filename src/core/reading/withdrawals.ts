import type { Language } from '../domain/language.ts'
import { Phrases } from '../language/phrases.ts'
import { endsSentence } from './features.ts'
import type { Statement } from './message.ts'
import type { Parsed } from './parse.ts'

export interface WithdrawalCues {
  before: Phrases
  behind: Phrases
  unnamed: Phrases
  pronouns: Phrases
  later: Phrases
}

/** How far a withdrawal stands from what it takes back, in words: "the live map of free spots was cut". */
const REACH = 4
const REACH_BEHIND = 9

export function withdrawalCues(language: Language): WithdrawalCues {
  return {
    before: new Phrases(language.withdrawing),
    behind: new Phrases(language.withdrawn),
    unnamed: new Phrases(language.takenBack),
    pronouns: new Phrases(language.pronouns),
    later: new Phrases(language.later),
  }
}

/**
 * "Scrap the sockets", "sockets were cut": a need with such a word close to it is a `no` that takes back what was
 * said before, whatever the model made of it. Facts per option are left alone: "dropped Flask" says what runs no more.
 */
export function correctWithdrawals(
  cues: WithdrawalCues,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.filter(isNoCue(cues, parsed)).map((statement) => {
    if (statement.id.includes('/')) return statement
    const clause = parsed.clauses[statement.clause]!
    const at = statement.trigger ?? { from: clause.first, to: clause.last }
    const from = Math.max(clause.first, at.from - REACH)
    const to = Math.min(clause.last, at.to + REACH_BEHIND)
    const taken = statement.trigger
      ? cues.before.within(parsed.tokens, from, at.from) || cues.behind.within(parsed.tokens, at.to, to)
      : cues.before.within(parsed.tokens, clause.first, Math.min(clause.last, clause.first + REACH))
    if (statement.reason === 'other-team') return statement
    if (!taken && !takenNext(cues, parsed, statement.clause)) return putOff(cues, parsed, statement)
    const { reason: _, ...plain } = statement
    return { ...plain, value: 'no', withdraws: true }
  })
}

/** "Scrap" has the stem of "scraping": a word that takes a need back states none. */
function isNoCue({ before }: WithdrawalCues, { tokens }: Parsed): (statement: Statement) => boolean {
  return ({ trigger }) =>
    !trigger || trigger.to - trigger.from > 1 || !before.within(tokens, trigger.from, trigger.to)
}

const JOINING = new Set(['but', 'and', 'then', 'so'])

/** "Live bidding - cut"; "It had a recommender. That was cut in June."; "… was planned but got cut". */
function takenNext({ behind, pronouns }: WithdrawalCues, parsed: Parsed, k: number): boolean {
  const next = parsed.clauses[k + 1]
  if (!next) return false
  const joined = JOINING.has(parsed.tokens[next.first]!.word) ? 1 : 0
  const tokens = parsed.tokens.slice(next.first + joined, next.last)
  if (!endsSentence(parsed, k) && behind.starts(tokens)) return true
  return pronouns.starts(tokens) && behind.within(tokens, 0, tokens.length)
}

/** A plain need in a clause that puts it off ("is on the wish list for phase 3") is a wish for later. */
function putOff({ later }: WithdrawalCues, parsed: Parsed, statement: Statement): Statement {
  const open = statement.reason === 'unclear' || (statement.value === 'yes' && !statement.reason)
  if (!open) return statement
  const { first } = parsed.clauses[statement.clause]!
  return later.within(parsed.tokens, first, endOfAside(parsed, statement.clause))
    ? { ...statement, value: 'maybe', reason: 'later' }
    : statement
}

/** Words of a clause that only adds to the one before it: "live updates: perhaps, some day". */
const ASIDE = 5

/** The end of clause k and of the short ones that its sentence adds to it. */
function endOfAside(parsed: Parsed, k: number): number {
  let end = k
  for (let next = k + 1; !endsSentence(parsed, next - 1); next++) {
    const { first, last } = parsed.clauses[next]!
    if (last - first > ASIDE) break
    end = next
  }
  return parsed.clauses[end]!.last
}
