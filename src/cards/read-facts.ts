import type { Verdict } from '../core/domain/answer.ts'
import type { ReadFact } from '../core/domain/fact.ts'
import { isOfOption } from '../core/domain/fact-kind.ts'
import type { Message } from '../core/domain/question.ts'
import { columns, quoteLength } from './budget.ts'
import type { CardContext, CardKnowledge } from './card-types.ts'
import { type Group, joined } from './group.ts'
import { escapeText, harmless, link, oneLine, quote, visible } from './mrkdwn.ts'
import { factWords, mergedWords, reasonWords } from './wording.ts'

const nameLength = 16
const shortestQuote = 16
const mostSupposed = 3

/** Words and where they stand in the discussion. */
interface Said {
  quote?: string | undefined
  message?: number | undefined
}

/**
 * Quoted facts that count: those that rules rest on first, each group in the order of the discussion. Words that give
 * several facts ("we know both") are quoted once.
 */
export function countedFacts(verdict: Verdict): ReadFact[] {
  const weighed = new Set([...verdict.decided, ...verdict.outweighed].flatMap((outcome) => outcome.facts))
  const found = verdict.facts.filter(
    (fact) => fact.counted && fact.quote !== undefined && !verdict.whatIf.includes(fact.id),
  )
  const pulls = (fact: ReadFact) => weighed.has(fact.id) || (verdict.pick === 'either' && isOfOption(fact.id))
  const weighs = (fact: ReadFact) => fact.value === 'yes' && pulls(fact)
  return quotedOnce([...found.filter(weighs), ...found.filter((fact) => !weighs(fact))])
}

/**
 * Facts by a press, a form or a profile, as they were pressed: a choice of one option sets the others to no, which
 * nobody said.
 */
export function givenFacts(verdict: Verdict): ReadFact[] {
  const given = verdict.facts.filter(
    (fact) => fact.counted && fact.quote === undefined && !verdict.whatIf.includes(fact.id),
  )
  const kinds = new Set(given.flatMap(({ id, value }) => (value === 'yes' ? optionKind(id) : [])))
  return given.filter(({ id, value }) => value !== 'no' || !optionKind(id).some((kind) => kinds.has(kind)))
}

/** The kind of a fact that exists once per option; none of any other. */
function optionKind(id: string): string[] {
  const [kind = '', option] = id.split('/')
  return option === undefined ? [] : [kind]
}

/**
 * Quoted facts that do not count; those in dispute stand last, since the readings tell of them. Words that give several
 * facts ("our team knows X", not Y) are quoted once.
 */
export function uncountedFacts(verdict: Verdict): ReadFact[] {
  const found = verdict.facts.filter((fact) => !fact.counted && fact.quote !== undefined)
  const disputed = (fact: ReadFact) => fact.reason === 'contradicted'
  return quotedOnce([...found.filter((fact) => !disputed(fact)), ...found.filter(disputed)])
}

function quotedOnce(facts: readonly ReadFact[]): ReadFact[] {
  const said = new Map<string, ReadFact>()
  for (const fact of facts) {
    const key = `${fact.message} ${fact.counted ? fact.value : fact.reason} ${fact.quote}`
    if (!said.has(key)) said.set(key, fact)
  }
  return [...said.values()]
}

/**
 * `Counted: "live dashboard" Ann, 10:02`, the time linked to the message; only the first says that it is counted.
 * A denial says so, since its words alone may read as a need: `"sockets" Ben, 10:05 (as no)`.
 */
export function countedLine(fact: ReadFact, context: CardContext, index: number): string {
  const end = fact.value === 'no' ? ' (as no)' : ''
  return factLine(index === 0 ? 'Counted: ' : '', fact, shortlySpokenAt(fact.message, context), end)
}

/** `Not counted: "maybe sockets" 10:07 (a wish)`: the time says whose it is, and the reason needs the room. */
export function uncountedLine(fact: ReadFact, context: CardContext): string {
  const time = linkedTime(fact.message, context) || spokenAt(fact.message, context)
  return factLine('Not counted: ', fact, time, ` (${reasonWords(fact.reason)})`)
}

/** `No rule for: "on our PaaS" 10:15`. */
export function noRuleLine(need: Verdict['noRule'][number], context: CardContext): string {
  const time = linkedTime(need.message, context) || spokenAt(need.message, context)
  return factLine('No rule for: ', need, time, '')
}

/** One fact, one line: the quote is cut to end its line at 40 columns where enough of it is left to know it by. */
function factLine(
  title: string,
  { quote: words, key }: { quote?: string; key?: string },
  origin: string,
  end: string,
): string {
  const rest = title.length + end.length + '"" '.length + visible(origin).length
  const room = columns - rest
  const said =
    words === undefined
      ? ''
      : quote(words, room >= shortestQuote ? Math.min(room, quoteLength) : quoteLength, key)
  return `${title}${[said, origin].filter(Boolean).join(' ')}${end}`
}

/** What was given, in few words: "Live updates", "Team knows Alpha and Beta", "AI is the core: no". */
export function givenWords(knowledge: CardKnowledge, verdict: Verdict): string[] {
  return wordsOf(knowledge, verdict, givenFacts(verdict))
}

function wordsOf(knowledge: CardKnowledge, { comparison }: Verdict, facts: readonly ReadFact[]): string[] {
  const holds = facts.filter(({ value }) => value === 'yes').map(({ id }) => id)
  return [
    ...mergedWords(knowledge, comparison, holds, 'name'),
    ...facts
      .filter(({ value }) => value !== 'yes')
      .map(({ id, value }) => `${factWords(knowledge, comparison, id).name}: ${value}`),
  ]
}

/** "Given: Live updates; AI is the core: no". */
export function givenGroup(words: readonly string[], room: number): Group {
  return joined('Given', words, room, escapeText)
}

/** "What if: Live updates; AI is the core: no": facts that were only supposed. Empty without any. */
export function whatIfLines(knowledge: CardKnowledge, verdict: Verdict): string[] {
  const facts = verdict.facts.filter(({ id }) => verdict.whatIf.includes(id))
  return joined('What if', wordsOf(knowledge, verdict, facts), mostSupposed, escapeText).lines
}

/** `"words" Ann, 10:02` as far as words, author and time are known. */
export function quoted(said: Said, context: CardContext): string {
  const words = said.quote === undefined ? '' : quote(said.quote, quoteLength)
  return [words, spokenAt(said.message, context)].filter(Boolean).join(' ')
}

/** The author's plain name and the linked time of a message; empty where the discussion is not at hand. */
function spokenAt(index: number | undefined, context: CardContext): string {
  const message = messageAt(index, context)
  if (!message) return ''
  return [authorName(message, context), linkedTime(index, context)].filter(Boolean).join(', ')
}

/** The same with the first word of the name alone: on a line of 40 columns the quote needs the room. */
function shortlySpokenAt(index: number | undefined, context: CardContext): string {
  const message = messageAt(index, context)
  if (!message) return ''
  const [first = ''] = authorName(message, context).split(' ')
  return [first, linkedTime(index, context)].filter(Boolean).join(', ')
}

function linkedTime(index: number | undefined, context: CardContext): string {
  const message = messageAt(index, context)
  if (!message) return ''
  const label = message.time === undefined ? (message.permalink ? 'message' : '') : oneLine(message.time)
  return message.permalink && label ? link(message.permalink, label) : escapeText(label)
}

function messageAt(index: number | undefined, context: CardContext): Message | undefined {
  return index === undefined ? undefined : context.thread?.[index]
}

/** The plain name of a message's author, without anything that Slack would format. */
export function authorName(message: Pick<Message, 'author' | 'authorId'>, context: CardContext): string {
  const name = message.authorId === undefined ? message.author : context.people(message.authorId)
  return name ? plainName(name) : ''
}

/** A person's name as escaped text that formats and mentions nothing. */
export function plainName(name: string): string {
  return harmless(name.replace(/^@/, ''), nameLength)
}
