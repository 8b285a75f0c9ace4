import type { Catalogue } from '../domain/fact.ts'
import type { Language } from '../domain/language.ts'
import { hashText } from '../language/hash.ts'
import { Phrases } from '../language/phrases.ts'
import { asksAloud, endsSentence, sentenceEnd, sentenceStart } from './features.ts'
import type { Parsed } from './parse.ts'
import { isDenial } from './plain-words.ts'
import type { Statement } from './statement.ts'

/** How people say that something changes or is seen, and that this is seldom enough to need nothing live. */
export interface PaceCues {
  updating: Phrases
  seldom: Phrases
  often: Phrases
  fasterWanted: Phrases
  pronouns: Phrases
}

export function paceCues({ updating, seldom, often, fasterWanted, pronouns }: Language): PaceCues {
  return {
    updating: new Phrases(updating),
    seldom: new Phrases(seldom),
    often: new Phrases(often),
    fasterWanted: new Phrases(fasterWanted),
    pronouns: new Phrases(pronouns),
  }
}

/** "Every 30 minutes", "every two hours": minutes are few below this. */
const EVERY = /^(?:every|each)$/
const LEAST_MINUTES = 5
const FEW_MINUTES = new Set(['one', 'two', 'three', 'four', 'couple', 'few', 'other', 'single'])
const MINUTES = /^(?:min|mins|minutes?)$/
const LONGER = /^(?:h|hrs?|hours?|days?|nights?|weeks?|months?|quarters?|years?)$/
const COUNT =
  /^(?:\d+|half|quarter|an?|of|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty|few|couple)$/
/** Words between what changes and how often. */
const APART = 8
/** What stands before it where a clause goes on with the one before: "which is only updated once a day". */
const LEADING = new Set([
  'is',
  'are',
  'it',
  'its',
  "it's",
  'they',
  'that',
  "that's",
  'which',
  'gets',
  'get',
  'only',
  'just',
])
/** Behind these something else is told: "a live map plus an import each night" … */
const ELSE = new Set(['plus', '+', 'beside', 'besides', 'also', 'import', 'export', 'backup', 'job'])
/** … and behind this, where a need was named before: "a live map with nightly updated prices". */
const WITH = 'with'
const INSTANT = hashText('instant')

/**
 * "Dashboard for managers, refreshed hourly": what changes seldom is no need for anything live. Not where the message
 * names a live need besides, asks, or says that seldom is not enough. What changes every few seconds denies none.
 */
export function correctPace(
  cues: PaceCues,
  { facts }: Catalogue,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.map((statement) => {
    const { id, value, reason, withdraws } = statement
    if (reason || withdraws || !facts.some((fact) => fact.id === id && fact.asItHappens)) return statement
    if (value === 'no') return isOften(cues, parsed, statement) ? { ...statement, value: 'yes' } : statement
    if (value !== 'yes') return statement
    const until = seldomUntil(cues, parsed, statement)
    return until === undefined || livesElsewhere(parsed, statement, until)
      ? statement
      : { ...statement, value: 'no', until: parsed.clauses[until]!.to }
  })
}

/** The clause that says that what a statement names changes seldom: its own, or the next that goes on with it. */
function seldomUntil(cues: PaceCues, parsed: Parsed, { clause: k, trigger }: Statement): number | undefined {
  const { tokens, clauses } = parsed
  if (asksAloud(parsed, k) || wantsFaster(cues, parsed, k)) return undefined
  const { first, last } = clauses[k]!
  const from = trigger?.from ?? first
  const other = tokens
    .slice(from + 1, last)
    .findIndex(({ word }) => ELSE.has(word) || (trigger && word === WITH))
  if (isSeldom(cues, parsed, from, other < 0 ? last : from + 1 + other)) return k
  const next = clauses[k + 1]
  if (!next || asksAloud(parsed, k + 1)) return undefined
  let at = next.first
  while (at < next.last && LEADING.has(tokens[at]!.word)) at++
  // Of what the sentence before named only "it" speaks.
  if (endsSentence(parsed, k) && !cues.pronouns.starts(tokens.slice(next.first, next.last))) return undefined
  const goesOn = cues.updating.first(tokens, at, next.last)?.from === at
  return goesOn && isSeldom(cues, parsed, at, next.last) ? k + 1 : undefined
}

/** True where tokens [first, last) say that something changes, and beside it how seldom. */
function isSeldom({ updating, seldom }: PaceCues, parsed: Parsed, first: number, last: number): boolean {
  const { tokens } = parsed
  for (let at = first; at < last; at++) {
    const found = seldom.first(tokens, at, last)
    const phrase = found?.from === at ? found.to : everySo(parsed, at, last)
    if (phrase === undefined) continue
    if (updating.within(tokens, Math.max(first, at - APART), Math.min(last, phrase + APART))) return true
  }
  return false
}

/** "Position refreshed twice a second": true where nothing in the clause denies, and it says that something changes often. */
function isOften({ updating, often }: PaceCues, { tokens, clauses }: Parsed, { clause }: Statement): boolean {
  const { first, last } = clauses[clause]!
  if (tokens.slice(first, last).some(({ word }) => isDenial(word))) return false
  return often.within(tokens, first, last) && updating.within(tokens, first, last)
}

/** The end of "every 30 minutes" at a token. */
function everySo({ tokens }: Parsed, at: number, last: number): number | undefined {
  if (!EVERY.test(tokens[at]!.word)) return undefined
  let to = at + 1
  let few = false
  for (; to < last && COUNT.test(tokens[to]!.word); to++) {
    const { word } = tokens[to]!
    if (FEW_MINUTES.has(word) || Number(word) < LEAST_MINUTES) few = true
  }
  const unit = to < last ? tokens[to]!.word : ''
  const counted = to > at + 1
  return LONGER.test(unit) || (MINUTES.test(unit) && counted && !few) ? to + 1 : undefined
}

/** "Hourly is too slow", "must not wait for the night": a sentence that denies, or wants it faster. */
function wantsFaster({ fasterWanted }: PaceCues, parsed: Parsed, k: number): boolean {
  const { tokens, clauses } = parsed
  const { first } = clauses[sentenceStart(parsed, k)]!
  const { last } = clauses[sentenceEnd(parsed, k)]!
  return (
    fasterWanted.within(tokens, first, last) || tokens.slice(first, last).some(({ word }) => isDenial(word))
  )
}

/** True where another clause than these names a live need, or speaks of the moment. */
function livesElsewhere({ clauses, classes }: Parsed, { id, clause }: Statement, until: number): boolean {
  return clauses.some(({ first, last, triggers }, k) => {
    if (k >= clause && k <= until) return false
    const instant = classes.some((hit) => hit.class === INSTANT && hit.from >= first && hit.to <= last)
    return instant || triggers.some(({ fact }) => fact === id)
  })
}
