import type { Verdict } from '../core/domain/answer.ts'
import type { ReadFact } from '../core/domain/fact.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import { quoteLength } from './budget.ts'
import type { CardContext } from './card-types.ts'
import { escapeText, harmless, link, oneLine, quote } from './mrkdwn.ts'
import { factWords, reasonWords } from './wording.ts'

const nameLength = 24

/** Quoted facts that count, in the order of the discussion. */
export function countedFacts(verdict: Verdict): ReadFact[] {
  return verdict.facts.filter((fact) => fact.counted && fact.quote !== undefined)
}

/** Facts by a press, a form or a profile. */
export function givenFacts(verdict: Verdict): ReadFact[] {
  return verdict.facts.filter((fact) => fact.counted && fact.quote === undefined)
}

/** Quoted facts that do not count; those in dispute stand last, since the readings tell of them. */
export function uncountedFacts(verdict: Verdict): ReadFact[] {
  const found = verdict.facts.filter((fact) => !fact.counted && fact.quote !== undefined)
  const disputed = (fact: ReadFact) => fact.reason === 'contradicted'
  return [...found.filter((fact) => !disputed(fact)), ...found.filter(disputed)]
}

/** `Counted: "live dashboard" Ann, 10:02`, the time linked to the message. */
export function countedLine(fact: ReadFact, context: CardContext): string {
  return `Counted: ${quoted(fact, context)}`
}

/** `Not counted: "maybe sockets" Ben, 10:07 (a wish)`. */
export function uncountedLine(fact: ReadFact, context: CardContext): string {
  return `Not counted: ${quoted(fact, context)} (${reasonWords(fact.reason)})`
}

/** `No rule for: "on our PaaS" Ben, 10:15`. */
export function noRuleLine(need: Verdict['noRule'][number], context: CardContext): string {
  return `No rule for: ${quoted(need, context)}`
}

/** "Given: Live updates, AI is the core: no"; undefined where nothing was given. */
export function givenLine(knowledge: Knowledge, verdict: Verdict): string | undefined {
  const names = givenFacts(verdict).map((fact) => {
    const { name } = factWords(knowledge, verdict.comparison, fact.id)
    return escapeText(fact.value === 'yes' ? name : `${name}: ${fact.value}`)
  })
  return names.length > 0 ? `Given: ${names.join(', ')}` : undefined
}

/** `"words" Ann, 10:02` as far as words, author and time are known. */
export function quoted(
  { quote: words, message }: { quote?: string | undefined; message?: number | undefined },
  context: CardContext,
): string {
  const said = words === undefined ? '' : quote(words, quoteLength)
  const origin = spokenAt(message, context)
  return [said, origin].filter(Boolean).join(' ')
}

/** The author's plain name and the linked time of a message; empty where the discussion is not at hand. */
export function spokenAt(index: number | undefined, context: CardContext): string {
  const message = index === undefined ? undefined : context.thread?.[index]
  if (!message) return ''
  const name = authorName(message, context)
  const time = message.time === undefined ? undefined : oneLine(message.time)
  const label = time ?? (message.permalink ? 'message' : '')
  const when = message.permalink && label ? link(message.permalink, label) : escapeText(label)
  return [name, when].filter(Boolean).join(', ')
}

/** The plain name of a message's author, without anything that Slack would format. */
export function authorName(message: { author?: string; authorId?: string }, context: CardContext): string {
  const name = message.authorId === undefined ? message.author : context.people(message.authorId)
  return name ? plainName(name) : ''
}

/** A person's name as escaped text that formats and mentions nothing. */
export function plainName(name: string): string {
  return harmless(name.replace(/^@/, ''), nameLength)
}
