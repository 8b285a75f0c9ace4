import { clarify } from './decision/clarify.ts'
import { decide } from './decision/decide.ts'
import { flips } from './decision/flips.ts'
import { applyGiven } from './decision/given.ts'
import { relevantRows } from './decision/relevant-rows.ts'
import type { Verdict } from './domain/answer.ts'
import type { ReadFact } from './domain/fact.ts'
import type { Message, Question } from './domain/question.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { fold, tokenize } from './language/text.ts'
import { replayOf } from './replay.ts'

/** Rows of a card's table. */
const ROWS = 6

/** Reads the facts of a question and its discussion, or takes the given ones. */
export function factsOf(
  engine: Engine,
  of: PreparedComparison,
  question: Question,
): Pick<Verdict, 'facts' | 'noRule' | 'read'> {
  const given = question.given
  if (given?.only) return { facts: [...given.facts], noRule: [], read: null }
  const thread = question.thread ?? []
  const messages: Message[] = [...thread, { text: question.text }]
  const reading = engine.read(messages, of.names)
  const inThread = thread.length > 0
  const place = (message: number) => (inThread && message < thread.length ? { message } : {})
  const read = reading.facts.map((fact): ReadFact => {
    const { message, ...rest } = fact
    return message === undefined ? fact : { ...rest, ...place(message) }
  })
  const used = new Set(
    reading.facts
      .filter((fact) => fact.counted && (fact.message ?? thread.length) < thread.length)
      .map((fact) => fact.message),
  )
  return {
    facts: given ? applyGiven(read, given.facts) : read,
    noRule: reading.unmapped.map(({ quote, message }) => ({ quote, ...place(message) })),
    read: inThread ? { messages: thread.length, used: used.size, unread: question.unread ?? 0 } : null,
  }
}

/** The verdict on a set of facts. */
export function verdictOn(
  engine: Engine,
  of: PreparedComparison,
  question: Question,
  { facts, noRule, read }: Pick<Verdict, 'facts' | 'noRule' | 'read'>,
): Verdict {
  const { catalogue } = engine.knowledge
  const { comparison } = of
  const decision = decide(comparison, catalogue, facts)
  const said = [...(question.thread ?? []).map((message) => message.text), question.text]
  const deadlock =
    question.given?.deadlock ??
    said.some((text) => {
      const tokens = tokenize(fold(text))
      return engine.deadlock.within(tokens, 0, tokens.length)
    })
  const verdict: Omit<Verdict, 'id'> = {
    kind: 'verdict',
    comparison,
    ...decision,
    facts,
    flips: flips(comparison, catalogue, facts, decision),
    clarifying: clarify(comparison, catalogue, facts, decision),
    rows: relevantRows(comparison, facts, ROWS),
    noRule,
    deadlock,
    read,
  }
  return {
    ...verdict,
    id: replayOf(engine.knowledge.version, question.asOf, {
      kind: 'verdict',
      comparison: comparison.slug,
      pick: decision.pick,
      facts,
      deadlock,
    }),
  }
}
