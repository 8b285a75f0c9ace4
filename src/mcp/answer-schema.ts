import { z } from 'zod'
import type { AnswerObject } from '../cli/ask/answer-object.ts'
import { NOT_COUNTED } from '../core/domain/not-counted.ts'

const pick = z
  .string()
  .nullable()
  .describe(
    "an option's id; both: each for its part; either: nothing separates them; null: no recommendation",
  )
const changed = z.array(z.object({ id: z.string(), value: z.enum(['yes', 'no']) }))

/** The object of `ask --json` for callers that look at a schema first. */
export const answerSchema = z.object({
  kind: z.enum(['verdict', 'comparison', 'faq', 'table', 'ambiguous', 'not-covered', 'help']),
  comparison: z.string().nullable().describe('slug; null where the answer speaks of no comparison'),
  entry: z.string().nullable().describe('id of the topic that answers a general question'),
  pick,
  parts: z
    .array(z.object({ option: z.string(), part: z.string() }))
    .describe('which option for which part of the system, where pick is both'),
  confidence: z.number().describe('0 to 1: how much the question seemed to be in scope'),
  facts: z
    .array(
      z.object({
        id: z.string(),
        value: z.enum(['yes', 'no', 'maybe', 'past']),
        grade: z.enum(['stated', 'assumed', 'given']),
        counted: z.boolean(),
        reason: z.enum(NOT_COUNTED).nullable().describe('why it is not counted'),
        quote: z.string().nullable().describe('exact words that gave it'),
        message: z.number().nullable().describe('place in the messages, from 0'),
      }),
    )
    .describe('what was read out of the words, or given'),
  unmapped: z.array(z.string()).describe('words of stated needs that no rule knows'),
  unweighed: z.array(z.string()).describe('names set beside the options that are not weighed'),
  rules: z.array(
    z.object({ id: z.string(), outcome: z.enum(['fired', 'outweighed', 'missed']), option: z.string() }),
  ),
  flips: z
    .array(z.object({ change: z.string(), pick }))
    .describe('the smallest changes of facts that change the pick'),
  readings: z
    .array(z.object({ facts: changed, pick }))
    .describe('what follows each way, where people contradict each other'),
  question: z
    .object({
      fact: z.string(),
      text: z.string(),
      choices: z.array(z.object({ label: z.string(), facts: changed })),
    })
    .nullable()
    .describe('the one question whose answer would settle most; pass the facts of a choice to decide'),
  sources: z.array(z.string()).describe('citations: SOURCE:LINE of a guide, or SOURCE#section of a page'),
  text: z.string().describe('the card as read'),
  more: z.string().describe('why, all sources with their addresses, and the full table, as text'),
  replay: z.string().nullable().describe('id under which the same answer can be had again'),
}) satisfies z.ZodType<Omit<AnswerObject, 'blocks'>>
