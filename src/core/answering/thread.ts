import type { Question } from '../domain/question.ts'
import type { Engine } from '../engine.ts'
import { isPlainlyGeneral } from '../routing/plainly-general.ts'
import type { Routed } from '../routing/routed.ts'
import { factsOf, verdictOn } from '../verdict.ts'
import { type Answered, share } from './answered.ts'
import { bestTopic } from './topic.ts'

/** In a thread the discussion is weighed, unless the message to the bot is plainly a general question. */
export function answerThread(engine: Engine, question: Question, routed: Routed): Answered {
  const { of, parsed, sure } = routed
  if (isPlainlyGeneral(engine, routed)) return { answer: bestTopic(routed), confidence: share(sure) }
  return { answer: verdictOn(engine, of, question, factsOf(engine, of, question, parsed)), confidence: 0.9 }
}
