import { answer } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import type { ReadFact } from '../../src/core/domain/fact.ts'
import type { Message, Question } from '../../src/core/domain/question.ts'
import type { Reading } from '../../src/core/reading/reader.ts'
import { asOf, realEngine } from '../whole-path/real-knowledge.ts'

/** The shipped knowledge, ready to answer. */
export const engine = realEngine()

/** The answer to a text asked outside threads, from shipped knowledge. */
export function ask(text: string, more: Partial<Question> = {}): Answer {
  return answer(engine, { text, asOf, ...more })
}

/** Messages from lines `who: what`, in their order. */
export function discussion(lines: readonly string[]): Message[] {
  return lines.map((line) => {
    const [author = '', text = ''] = line.split(/: (.*)/s)
    return { author, authorId: author, text }
  })
}

/** What the reader makes of messages; the last one addresses the bot. */
export function read(messages: readonly Message[]): Reading {
  return engine.read(messages, { ...engine.comparisons[0]!, asOf })
}

/** A fact as one line: `id=value`, with the reason where it does not count. */
export function told({ id, value, counted, reason }: ReadFact): string {
  return `${id}=${value}${counted ? '' : ` (${reason})`}`
}
