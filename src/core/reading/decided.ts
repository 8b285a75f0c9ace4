import { isOfOption } from '../domain/fact-kind.ts'
import type { Language } from '../domain/language.ts'
import type { Mention } from '../language/names.ts'
import { Phrases } from '../language/phrases.ts'
import { asksAloud, endsSentence, sentenceBounds } from './features.ts'
import type { Clause, Parsed } from './parse.ts'
import { isDenial } from './plain-words.ts'
import { clauseOf, type Statement } from './statement.ts'

/** How people say that an option was chosen, is not allowed, or is asked for by somebody who will not build it. */
export interface DecidingCues {
  decided: Phrases
  demanders: Phrases
  demanding: Phrases
  forbidden: Phrases
}

export function decidingCues({ decided, demanders, demanding, forbidden }: Language): DecidingCues {
  return {
    decided: new Phrases(decided),
    demanders: new Phrases(demanders),
    demanding: new Phrases(demanding),
    forbidden: new Phrases(forbidden),
  }
}

/** Words beside a name that only choose it: "ok but X", "let's take X then" … */
const CHOOSING = new Set([
  ...['but', 'then', 'take', 'go', 'with', "let's", 'lets', "we'll", 'anyway', 'nevertheless', 'regardless'],
])
/** … and those that may stand beside them. */
const FILLING = new Set([
  ...['ok', 'okay', 'fine', 'well', 'so', 'just', 'still', 'please', 'rather', 'simply', 'we', 'and', 'yes'],
  ...['alright', 'right', 'will', '!'],
])
/** How a name is chosen at its end: "X it is". */
const IT_IS = ['it', 'is']

/** "It's decided: X", "ok but X", "X it is": who chooses an option says nothing of what the team knows or what runs. */
export function correctDecided(
  cues: DecidingCues,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.map((statement) => {
    const { id, value, reason, trigger } = statement
    if (!isOfOption(id) || value !== 'yes' || reason || !trigger) return statement
    const chosen =
      isOnlyChosen(parsed, statement.clause, trigger) ||
      isNamedDecision(cues, parsed, statement.clause, trigger)
    const demanded = parsed.mentions.some(
      (mention) => mention.from === trigger.from && isDemanded(cues, parsed, mention),
    )
    return chosen || demanded ? { ...statement, reason: 'proposal' } : statement
  })
}

/** A message of nothing but a name and words that choose it, or a sentence that says "X it is". */
function isOnlyChosen(parsed: Parsed, k: number, { from, to }: { from: number; to: number }): boolean {
  const { tokens } = parsed
  const { first, last } = sentenceBounds(parsed, k)
  const words = tokens.slice(to, last).map(({ word }) => word)
  if (words.length === IT_IS.length && IT_IS.every((word, i) => word === words[i]))
    return tokens.slice(first, from).every(({ word }) => FILLING.has(word) || CHOOSING.has(word))
  const beside = tokens.filter((_, i) => i < from || i >= to).map(({ word }) => word)
  return (
    beside.some((word) => CHOOSING.has(word)) &&
    beside.every((word) => CHOOSING.has(word) || FILLING.has(word))
  )
}

/** "Decision: X": a name alone in its clause, behind one that says that something was decided. */
function isNamedDecision(
  { decided }: DecidingCues,
  parsed: Parsed,
  k: number,
  { from, to }: { from: number; to: number },
): boolean {
  const before = parsed.clauses[k - 1]
  const { first, last } = parsed.clauses[k]!
  if (!before || from !== first || to !== last || endsSentence(parsed, k - 1)) return false
  return decided.within(parsed.tokens, before.first, before.last)
}

/** Clauses in which somebody who will not build it demands an option, or anybody rules one out: "the customer demands X". */
export function demands(cues: DecidingCues, parsed: Parsed): { clause: Clause; mention: Mention }[] {
  return parsed.mentions
    .filter((mention) => isDemanded(cues, parsed, mention) || isForbidden(cues, parsed, mention))
    .map((mention) => ({ clause: parsed.clauses[clauseOf(parsed, mention)]!, mention }))
}

/** "X is off limits", said and not asked. */
function isForbidden({ forbidden }: DecidingCues, parsed: Parsed, mention: Mention): boolean {
  const k = clauseOf(parsed, mention)
  if (mention.inChoice || asksAloud(parsed, k)) return false
  const { last } = parsed.clauses[k]!
  return forbidden.starts(parsed.tokens.slice(mention.to, last))
}

function isDemanded({ demanders, demanding }: DecidingCues, parsed: Parsed, mention: Mention): boolean {
  const { tokens, clauses } = parsed
  const k = clauseOf(parsed, mention)
  if (mention.inChoice || asksAloud(parsed, k)) return false
  const { first } = clauses[k]!
  const who = demanders.first(tokens, first, mention.from)
  if (!who || tokens.slice(first, mention.from).some(({ word }) => isDenial(word))) return false
  const wants = demanding.first(tokens, who.to, mention.from)
  return wants !== undefined && wants.to - who.to <= NEAR && mention.from - wants.to <= 1
}

/** Words between who demands and that they do; what is demanded follows at once. */
const NEAR = 3
