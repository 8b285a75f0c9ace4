import type { Catalogue, FactId, NotCounted, ReadFact } from '../domain/fact.ts'
import type { Language } from '../domain/language.ts'
import type { Message } from '../domain/question.ts'
import type { Names } from '../language/names.ts'
import { Phrases } from '../language/phrases.ts'
import type { Terms } from '../language/terms.ts'
import { readMessage, type Statement } from './message.ts'
import type { ReaderModel } from './model.ts'
import { type Parsed, parse } from './parse.ts'
import { correctQuantities } from './quantities.ts'
import { keyOf, quoteOf } from './quote.ts'
import { correctWithdrawals, withdrawalCues } from './withdrawals.ts'

/** What reading gives: facts in the order of the discussion, and stated needs that no fact knows. */
export interface Reading {
  facts: ReadFact[]
  unmapped: { quote: string; message: number }[]
}

/** One reader behind one type, so that another can take its place and be measured against it. */
export type ReadDiscussion = (messages: readonly Message[], names: Names) => Reading

/** Least probability for a need and for a team or existing fact, alone and in a thread, where many messages give many chances. */
const LEAST = { alone: { need: 0.3, option: 0.4 }, thread: { need: 0.5, option: 0.5 } }

/** A `no` that names nothing must be this sure before it stands against a `yes`. */
const SURE_WITHOUT_A_WORD = 0.8

interface Said extends Statement {
  message: number
  author: string
  quote: string
  key?: string
}

/**
 * Makes the reader. The last message addresses the bot; the ones before are the discussion.
 * Messages answer and correct each other: a question counts by its answer, a withdrawal replaces what was said,
 * and opposite statements of two people without either are a contradiction.
 */
export function createReader(
  model: ReaderModel,
  terms: Terms,
  catalogue: Catalogue,
  language: Language,
): ReadDiscussion {
  const cues = withdrawalCues(language)
  const agreements = new Phrases(language.agreements)
  const denials = new Phrases(language.denials)
  const needs = new Phrases(language.needs)
  const replaces = catalogue.facts.flatMap((fact) =>
    fact.replaces.map((weaker): [FactId, FactId] => [fact.id, weaker]),
  )

  return (messages, names) => {
    const parsed = messages.map((message) => parse(message.text, names, terms))
    const least = messages.length > 1 ? LEAST.thread : LEAST.alone
    const said: Said[] = []
    const unmapped: Reading['unmapped'] = []
    parsed.forEach((p, message) => {
      const statements = correctWithdrawals(
        cues,
        p,
        correctQuantities(catalogue, p, readMessage(model, p)),
      ).filter(
        (statement) => statement.probability >= (statement.id.includes('/') ? least.option : least.need),
      )
      for (const statement of onlyOneOf(statements, replaces)) {
        said.push({
          ...statement,
          message,
          author: messages[message]!.authorId ?? messages[message]!.author ?? '',
          quote: quoteOf(p, statement),
          ...keyOf(p, statement),
        })
      }
      for (const quote of unknownNeeds(p, statements, needs)) unmapped.push({ quote, message })
    })
    const replies = parsed.map((p) => ({
      agrees: agreements.starts(p.tokens),
      denies: denials.starts(p.tokens),
    }))
    const facts = settle(said, messages, parsed, replies)
    return { facts, unmapped }
  }
}

/** Of two facts that exclude each other in one message the more probable stays. */
function onlyOneOf(statements: readonly Statement[], replaces: readonly [FactId, FactId][]): Statement[] {
  const dropped = new Set<FactId>()
  for (const [strong, weak] of replaces) {
    const a = statements.find((s) => s.id === strong && s.value === 'yes')
    const b = statements.find((s) => s.id === weak && s.value === 'yes')
    if (a && b) dropped.add(a.probability >= b.probability ? weak : strong)
  }
  return statements.filter((statement) => !dropped.has(statement.id))
}

/** Clauses that state a need in which no fact, term or option was found. */
function unknownNeeds(p: Parsed, statements: readonly Statement[], needs: Phrases): string[] {
  const quotes: string[] = []
  p.clauses.forEach((clause, k) => {
    const words = clause.last - clause.first
    if (words < 3 || words > 25 || clause.triggers.length) return
    if (statements.some((statement) => statement.clause === k)) return
    if (p.mentions.some((mention) => mention.from >= clause.first && mention.from < clause.last)) return
    if (p.tokens.slice(clause.first, clause.last).some((token) => token.word === '?')) return
    const at = needs.first(p.tokens, clause.first, clause.last)
    // What is needed follows the word: "we must have it on prem"; a bare "that's what we need" states nothing.
    if (at && clause.last - at.to >= 2) quotes.push(p.text.slice(clause.from, clause.to).trim())
  })
  return quotes
}

/** Decides per fact what the discussion as a whole says. */
function settle(
  said: readonly Said[],
  messages: readonly Message[],
  parsed: readonly Parsed[],
  replies: readonly { agrees: boolean; denies: boolean }[],
): ReadFact[] {
  const byFact = new Map<FactId, Said[]>()
  for (const statement of said) byFact.set(statement.id, [...(byFact.get(statement.id) ?? []), statement])
  const facts: ReadFact[] = []
  for (const statements of byFact.values()) {
    const answered = statements.map((statement) => answeredBy(statement, messages, parsed, replies))
    const counted = answered.filter((statement) => !statement.reason)
    const settled = counted.length
      ? settleCounted(counted, messages, replies)
      : strongest(answered).slice(0, 1)
    facts.push(...settled.map((statement) => readFact(statement, messages.length > 1)))
  }
  return facts.sort((a, b) => (a.message ?? 0) - (b.message ?? 0))
}

function strongest(statements: readonly Said[]): Said[] {
  return [...statements].sort((a, b) => b.probability - a.probability || a.message - b.message)
}

/** A question in a thread counts by what the next message answers; nobody's answer leaves it open. */
function answeredBy(
  statement: Said,
  messages: readonly Message[],
  parsed: readonly Parsed[],
  replies: readonly { agrees: boolean; denies: boolean }[],
): Said {
  const last = messages.length - 1
  if (statement.message >= last) return statement
  if (!/\?\s*$/.test(parsed[statement.message]!.text)) return statement
  const reply = replies[statement.message + 1]
  if (reply?.denies) {
    const { reason: _, ...plain } = statement
    return { ...plain, value: 'no' }
  }
  if (reply?.agrees) return statement
  return { ...statement, reason: statement.reason ?? 'question' }
}

/** Yes against no: the later word of the same person, a withdrawal or an agreement settles it; else it is a contradiction. */
function settleCounted(
  statements: readonly Said[],
  messages: readonly Message[],
  replies: readonly { agrees: boolean; denies: boolean }[],
): Said[] {
  const yes = statements.filter((statement) => statement.value === 'yes')
  const no = statements.filter((statement) => statement.value === 'no')
  if (!yes.length || !no.length) return strongest(statements).slice(0, 1)
  if (!no.some(isPlain)) return strongest(yes).slice(0, 1)
  const lastYes = yes.at(-1)!
  const lastNo = no.at(-1)!
  const later = lastNo.message >= lastYes.message ? lastNo : lastYes
  const earlier = later === lastNo ? lastYes : lastNo
  const sameSpeaker = later.author === earlier.author && later.author !== ''
  const agreed = messages.some(
    (message, i) =>
      i > later.message &&
      (message.authorId ?? message.author ?? '') === earlier.author &&
      replies[i]!.agrees,
  )
  if (sameSpeaker || later.withdraws === true || agreed || earlier.author === '') {
    return [{ ...earlier, reason: 'superseded' }, later]
  }
  return [
    { ...earlier, reason: 'contradicted' },
    { ...later, reason: 'contradicted' },
  ]
}

/** A `no` that may stand against a `yes`: it names the need, or takes it back, and is not guessed from the tone around it. */
function isPlain(statement: Said): boolean {
  return (
    statement.withdraws === true ||
    statement.trigger !== undefined ||
    statement.probability >= SURE_WITHOUT_A_WORD
  )
}

function readFact(statement: Said, inThread: boolean): ReadFact {
  const reason: NotCounted | undefined = statement.reason
  return {
    id: statement.id,
    value: statement.value,
    grade: 'stated',
    counted: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    quote: statement.quote,
    ...(statement.key === undefined ? {} : { key: statement.key }),
    ...(inThread ? { message: statement.message } : {}),
    probability: statement.probability,
  }
}
