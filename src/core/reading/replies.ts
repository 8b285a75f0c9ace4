import type { FactId } from '../domain/fact.ts'
import { isOfOption } from '../domain/fact-kind.ts'
import type { Phrases } from '../language/phrases.ts'
import { keyOf, type Token } from '../language/text.ts'
import { isNeed, type Said } from './discussion.ts'
import { asksAloud } from './features.ts'
import { PEOPLE } from './kept.ts'
import type { Parsed } from './parse.ts'
import { clauseOf, type Statement } from './statement.ts'
import { SAID_TOGETHER, takesBack, type WithdrawalCues } from './withdrawals.ts'

/** Words beside a withdrawal that may name what is taken back. */
const BESIDE = 4
/** A shorter word names nothing. */
const LEAST_LETTERS = 3
/** How a question begins that asks for people with a skill. */
const ASKING_AFTER = new Set(['any', 'anyone', 'anybody'])
/** A phrase that begins so asks without a question mark. */
const ASKING = new Set(['who', "who's", "who'd", "who'll", 'what', "what's", 'which'])
/** A question of so few words asks by its one word: "devs?" */
const SHORT = 3

/** Messages that a thing may lie back that "it" stands for. */
const SPOKEN_OF = 3

/**
 * "Scrap the feed", "the map is out": a withdrawal beside a word that an earlier need was stated with takes that need
 * back, although it names it no more. "They took it off the list" takes back the one that was stated last.
 */
export function takenBack(
  cues: WithdrawalCues,
  question: Parsed | undefined,
  parsed: Parsed,
  earlier: readonly Said[],
  read: readonly Statement[],
  message: number,
): Statement[] {
  const needs = earlier.filter(isNeed)
  // Most messages take nothing back, and to find that out must cost little.
  if (needs.length === 0 && !cues.unnamed.within(parsed.tokens, 0, parsed.tokens.length)) return []
  const asked = question && cues.behind.starts(parsed.tokens) ? topicOf(question) : []
  return parsed.clauses.flatMap(({ first, last }, clause) => {
    const { tokens } = parsed
    const before = cues.before.first(tokens, first, last)
    const behind = cues.behind.first(tokens, first, last)
    const beside = [
      ...(before ? tokens.slice(before.to, Math.min(last, before.to + BESIDE)) : []),
      ...(behind ? tokens.slice(Math.max(first, behind.from - BESIDE), behind.from) : []),
      ...(clause === 0 ? asked : []),
    ]
    const named = new Set(beside.map(({ word }) => word.length >= LEAST_LETTERS && keyOf(word)))
    const ids = new Set(
      needs.filter(({ words }) => words.some((word) => named.has(word))).map(({ id }) => id),
    )
    // "How do we cut it?" takes nothing back.
    const unnamed = asksAloud(parsed, clause) ? undefined : cues.unnamed.first(tokens, first, last)
    const it = unnamed && spokenOf(earlier, read, message, clause)
    if (it) ids.add(it)
    return [...ids]
      .filter(
        (id) => id === it || !read.some((other) => other.id === id && other.value === 'yes' && !other.reason),
      )
      .map((id) => takesBack(id, clause, unnamed ?? before ?? behind ?? { from: first, to: last }))
  })
}

/**
 * The need that "it" stands for: the last of the message itself, else what the message before spoke of or asked for, else
 * the last need of the messages right before.
 */
function spokenOf(
  earlier: readonly Said[],
  read: readonly Statement[],
  message: number,
  clause: number,
): FactId | undefined {
  const here = read.filter((need) => !isOfOption(need.id) && need.clause < clause)
  const asked = earlier.filter((said) => message - said.message === 1 && !isOfOption(said.id))
  const before = earlier.filter((said) => isNeed(said) && message - said.message <= SPOKEN_OF)
  return (here.at(-1) ?? asked.at(-1) ?? before.at(-1))?.id
}

/** The words of a question that only names its topic: "ok. matchmaking?" */
function topicOf(question: Parsed): readonly Token[] {
  const k = question.clauses.length - 1
  const { first, last } = question.clauses[k] ?? { first: 0, last: 0 }
  return last - first <= SHORT + 1 && asksAloud(question, k) ? question.tokens.slice(first, last) : []
}

/** "Who writes it?" – "two X people": an option in the answer to that question is what the builders know. */
export function staffed(
  staffing: Phrases,
  question: Parsed | undefined,
  parsed: Parsed,
  read: readonly Statement[],
): Statement[] {
  if (!question || !asksWho(staffing, question)) return []
  const kept = read.filter(
    ({ value, reason }) => value === 'no' || reason === 'past' || reason === 'other-team',
  )
  return parsed.mentions.flatMap((mention): Statement[] => {
    const { option, inChoice, from, to } = mention
    const id = `team/${option}`
    const clause = clauseOf(parsed, mention)
    if (inChoice || clause > 2 || asksAloud(parsed, clause)) return []
    if (kept.some((statement) => statement.id === id)) return []
    return [{ id, value: 'yes', probability: SAID_TOGETHER, share: 1, clause, trigger: { from, to } }]
  })
}

/** "Any X people?", "does anyone know X?": whether the builders know an option is asked, and told by the answer. */
export function askedSkill(parsed: Parsed): Statement[] {
  const { clauses, classes, mentions, tokens } = parsed
  return clauses.flatMap(({ first, last }, clause): Statement[] => {
    const named = mentions.filter(({ from }) => from >= first && from < last)
    const [mention] = named
    if (!mention || named.length > 1 || mention.inChoice || !ASKING_AFTER.has(tokens[first]!.word)) return []
    const people = classes.some((hit) => hit.class === PEOPLE && hit.from >= first && hit.to <= last)
    if (!people || !asksAloud(parsed, clause)) return []
    const { option, from, to } = mention
    const asked = { value: 'maybe', reason: 'question', probability: SAID_TOGETHER, share: 1 } as const
    return [{ id: `team/${option}`, ...asked, clause, trigger: { from, to } }]
  })
}

function asksWho(staffing: Phrases, question: Parsed): boolean {
  const { tokens, clauses } = question
  const words = tokens.filter(({ word }) => word !== '?')
  return clauses.some(({ first, last }, k) => {
    if (words.length <= SHORT) return staffing.starts(words)
    const asked = staffing.first(tokens, first, last)
    // "And who is in?" asks; "could we do it in X?" names what it asks for.
    if (!asked || question.mentions.some(({ from }) => from === asked.to)) return false
    return ASKING.has(tokens[asked.from]!.word) || asksAloud(question, k)
  })
}
