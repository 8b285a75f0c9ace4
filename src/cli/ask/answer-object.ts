import { card } from '../../cards/card.ts'
import type { Block, CardContext } from '../../cards/card-types.ts'
import { comparisonOf, numberSources } from '../../cards/sources.ts'
import { factWords, listed } from '../../cards/wording.ts'
import type { Answered } from '../../core/answering/answered.ts'
import type { Answer, RuleOutcome, Verdict } from '../../core/domain/answer.ts'
import type { FactGrade, FactId, FactValue, OptionId } from '../../core/domain/fact.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import type { NotCounted } from '../../core/domain/not-counted.ts'
import type { Pick } from '../../core/domain/pick.ts'
import type { Question } from '../../core/domain/question.ts'
import { drawBlocks } from './draw.ts'
import { moreText } from './more.ts'
import { pickOf } from './pick.ts'
import { replayIdOf } from './replay-id.ts'

type ChangedFact = { id: FactId; value: 'yes' | 'no' }

/** An answer for programs. The order of the keys is part of the format. */
export interface AnswerObject {
  kind: Answer['kind']
  /** Slug; null where the answer speaks of no comparison. */
  comparison: string | null
  /** Full id of the entry, tables too. */
  entry: string | null
  /** What the first line recommends, whatever the kind. */
  pick: Pick
  parts: { option: OptionId; part: string }[]
  /** 0–1, how much the question seemed to be in scope; for refusals too. */
  confidence: number
  facts: {
    id: FactId
    value: FactValue
    grade: FactGrade
    counted: boolean
    /** Why it is not counted. */
    reason: NotCounted | null
    /** Exact words; null for a given fact. */
    quote: string | null
    /** Place in the messages, the one that asks included, counted from 0; null outside discussions. */
    message: number | null
  }[]
  /** Words of stated needs that no rule knows. */
  unmapped: string[]
  /** Names that were set beside the options and are not weighed: C of "A vs B vs C". */
  unweighed: string[]
  rules: { id: string; outcome: 'fired' | 'outweighed' | 'missed'; option: OptionId }[]
  /** `change` is a clause: "if live updates are dropped". */
  flips: { change: string; pick: Pick }[]
  readings: { facts: ChangedFact[]; pick: Pick }[]
  question: { fact: string; text: string; choices: { label: string; facts: ChangedFact[] }[] } | null
  /** Citations as the Sources view lists them: by number on the card, then in the order of the answer. */
  sources: string[]
  /** The first card as read. */
  text: string
  /** What stands behind the card's buttons, as text. */
  more: string
  /** Null where the answer cannot be given again without the words of the question. */
  replay: string | null
  blocks?: Block[]
}

/** How the object is wanted: the slash command in hints, and whether the blocks come with it. */
export interface ObjectOptions {
  command: string
  blocks: boolean
}

/** The answer to a question as an object with its texts. Pure. Throws a RangeError where a replay id would be too long. */
export function answerObject(
  knowledge: Knowledge,
  question: Question,
  { answer, confidence }: Answered,
  { command, blocks }: ObjectOptions,
): AnswerObject {
  const context = contextOf(question, command)
  const first = card(knowledge, answer, context)
  const verdict = answer.kind === 'verdict' ? answer : null
  return {
    kind: answer.kind,
    comparison: comparisonOf(answer)?.slug ?? null,
    entry: answer.kind === 'faq' || answer.kind === 'table' ? answer.entry.entry : null,
    pick: pickOf(answer),
    parts: verdict?.parts.map(({ option, part }) => ({ option, part })) ?? [],
    confidence: Math.round(Math.min(Math.max(confidence, 0), 1) * 1000) / 1000,
    facts: verdict ? factsOf(verdict, question) : [],
    unmapped: verdict?.noRule.map(({ quote }) => quote) ?? [],
    unweighed: 'unweighed' in answer && answer.unweighed ? [...answer.unweighed] : [],
    rules: verdict ? rulesOf(verdict) : [],
    flips: verdict ? flipsOf(knowledge, verdict) : [],
    readings: verdict?.readings.map(({ facts, pick }) => ({ facts, pick })) ?? [],
    question: verdict?.clarifying ? questionOf(verdict.clarifying) : null,
    sources: numberSources(answer).sources.flatMap(({ cites }) => cites),
    text: drawBlocks(first.blocks),
    more: moreText(knowledge, answer, first, context),
    replay: replayIdOf(knowledge.version, question.asOf, answer),
    ...(blocks ? { blocks: first.blocks } : {}),
  }
}

/** What a card must know at this door: a question alone is answered in private, a discussion in its thread. */
function contextOf({ asOf, thread }: Question, command: string): CardContext {
  return {
    command,
    surface: thread?.length ? 'thread' : 'private',
    asOf,
    people: (id) => thread?.find(({ authorId }) => authorId === id)?.author ?? id,
    ...(thread ? { thread } : {}),
  }
}

function factsOf({ facts }: Verdict, { thread }: Question): AnswerObject['facts'] {
  return facts.map(({ id, value, grade, counted, reason, quote, message }) => ({
    id,
    value,
    grade,
    counted,
    reason: reason ?? null,
    quote: quote ?? null,
    // Words of the message that asks come after the discussion.
    message: message ?? (quote === undefined ? null : (thread?.length ?? null)),
  }))
}

function rulesOf({ decided, outweighed, nearMisses }: Verdict): AnswerObject['rules'] {
  const took = (outcome: 'fired' | 'outweighed') => (each: RuleOutcome) => ({
    id: each.rule,
    outcome,
    option: each.option,
  })
  return [
    ...decided.map(took('fired')),
    ...outweighed.map(took('outweighed')),
    ...nearMisses.map(({ rule, option }) => ({ id: rule, outcome: 'missed' as const, option })),
  ]
}

function flipsOf(knowledge: Knowledge, { comparison, flips }: Verdict): AnswerObject['flips'] {
  return flips.map(({ changes, pick }) => {
    const words = changes.map(({ id, value }) => {
      const { whenTrue, whenFalse } = factWords(knowledge, comparison, id)
      return value === 'yes' ? whenTrue : whenFalse
    })
    return { change: `if ${listed(words)}`, pick }
  })
}

function questionOf({
  fact,
  question,
  choices,
}: NonNullable<Verdict['clarifying']>): AnswerObject['question'] {
  return { fact, text: question, choices }
}
