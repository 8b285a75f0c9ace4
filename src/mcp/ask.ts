import { z } from 'zod'
import { readAsked } from '../cli/ask/read-line.ts'
import type { Engine } from '../core/engine.ts'
import { findComparison } from './find-comparison.ts'
import { InputError } from './input-error.ts'
import { type Told, tell } from './tell.ts'

/** Longest question, and longest message of a discussion; more is no question. */
const LONGEST = 100_000

export const askInput = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(LONGEST)
    .optional()
    .describe(
      'One question or situation in plain words, as people write it. Say needs and what the team knows: ' +
        'they are read as facts. Give this or messages.',
    ),
  messages: z
    .array(
      z.strictObject({
        user: z.string().min(1).describe('who says it'),
        text: z.string().max(LONGEST).describe('the message as written'),
      }),
    )
    .min(1)
    .max(1000)
    .optional()
    .describe('A discussion, oldest message first; the last one asks. Each fact then names its message.'),
  comparison: z
    .string()
    .min(1)
    .optional()
    .describe('Slug of the comparison to answer from; left out, the question decides.'),
})

/** Answers free text, or the last message of a discussion. Throws an InputError for what asks nothing. */
export function ask(
  engine: Engine,
  { comparison, ...asked }: z.output<typeof askInput>,
  { today, command }: { today: string; command: string },
): Told {
  const read = readAsked(asked, today, command)
  if (!read.ok) throw new InputError(read.error)
  const of =
    comparison === undefined ? {} : { comparison: findComparison(engine, comparison).comparison.slug }
  return tell(engine, { ...read.question, ...of }, command)
}
