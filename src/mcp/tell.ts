import { answerObject } from '../cli/ask/answer-object.ts'
import { sourceLines } from '../cli/ask/card-text.ts'
import { offerLines, offersOf } from '../cli/ask/offers.ts'
import { answerWithConfidence } from '../core/answer.ts'
import type { Question } from '../core/domain/question.ts'
import type { Engine } from '../core/engine.ts'

/** What a tool gives back: for programs, and as a person reads it. */
export interface Told {
  structured: Record<string, unknown>
  text: string
}

/** The answer to a question: the object of `ask --json`, and its card as text with the sources that it marks. */
export function tell(engine: Engine, question: Question, command: string): Told {
  const answered = answerWithConfidence(engine, question)
  const { blocks = [], ...structured } = answerObject(engine.knowledge, question, answered, {
    command,
    blocks: true,
  })
  const { choices, near } = offersOf(blocks)
  const offers = offerLines({ choices, near, reading: new Map(), topics: false })
  const sources = sourceLines(structured.text, answered.answer)
  return {
    structured,
    text: [structured.text, offers.join('\n'), sources.join('\n')].filter(Boolean).join('\n\n'),
  }
}
