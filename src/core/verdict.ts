import { applyGiven } from './decision/given.ts'
import type { Verdict } from './domain/answer.ts'
import type { ReadFact } from './domain/fact.ts'
import type { Message, Question } from './domain/question.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { fold, takeApart, tokenize } from './language/text.ts'
import { evidenceOf } from './reading/evidence.ts'
import type { Parsed } from './reading/parse.ts'
import { replayOf } from './replay.ts'
import { weigh, weightKey } from './weigh.ts'

/** What a verdict rests on. */
export type Evidence = Pick<Verdict, 'facts' | 'noRule' | 'read' | 'whatIf'>

/** Reads the facts of a question and its discussion, or takes the given ones. `parsed` is the question's text, where it is taken apart already. */
export function factsOf(
  engine: Engine,
  of: PreparedComparison,
  question: Question,
  parsed?: Parsed,
): Evidence {
  const given = question.given
  if (given?.only) return { facts: [...given.facts], noRule: [], read: null, whatIf: given.whatIf ?? [] }
  const thread = question.thread ?? []
  const messages: Message[] = [...thread, { text: question.text }]
  const { names, catalogue } = of
  const reading = engine.read(messages, { names, catalogue, asOf: question.asOf }, parsed)
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
  const notEnglish = thread.filter(({ text }) => engine.otherLanguages.isSure(takeApart(text))).length
  const givenIds = new Set(given?.facts.map(({ id }) => id))
  const supposed = reading.supposed.filter((id) => !givenIds.has(id))
  return {
    facts: given ? applyGiven(read, given.facts) : read,
    whatIf: [...new Set([...supposed, ...(given?.whatIf ?? [])])],
    noRule: reading.unmapped.map(({ quote, key, message }) => ({ quote, key, ...place(message) })),
    read: inThread
      ? {
          messages: thread.length,
          used: used.size,
          unread: question.unread ?? 0,
          ...(question.newestUnread ? { newestUnread: true } : {}),
          ...(notEnglish > 0 ? { otherLanguage: notEnglish } : {}),
        }
      : null,
  }
}

/** The verdict on a set of facts. */
export function verdictOn(
  engine: Engine,
  of: PreparedComparison,
  question: Question,
  { facts, noRule, read, whatIf }: Evidence,
): Verdict {
  const { comparison, catalogue } = of
  const weighed = of.weighed.get(weightKey(facts), () => weigh(comparison, catalogue, facts))
  const said = [...(question.thread ?? []).map((message) => message.text), question.text]
  const deadlock =
    question.given?.deadlock ??
    said.some((text) => {
      const tokens = tokenize(fold(evidenceOf(text)))
      return engine.deadlock.within(tokens, 0, tokens.length)
    })
  const verdict: Omit<Verdict, 'id'> = {
    kind: 'verdict',
    comparison,
    ...weighed,
    facts,
    noRule,
    deadlock,
    read,
    whatIf,
  }
  return {
    ...verdict,
    id: replayOf(engine.knowledge.version, question.asOf, {
      kind: 'verdict',
      comparison: comparison.slug,
      pick: weighed.pick,
      facts,
      deadlock,
    }),
  }
}
