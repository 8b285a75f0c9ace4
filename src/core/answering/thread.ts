import type { Question } from '../domain/question.ts'
import type { Engine } from '../engine.ts'
import type { Routed } from '../routing/standing.ts'
import { factsOf, verdictOn } from '../verdict.ts'
import { type Answered, share } from './answered.ts'
import { SURER_THAN_A_CASE } from './thresholds.ts'
import { bestTopic } from './topic.ts'

/** A shorter message in a thread ("one or two?") speaks of the thread. */
const LEAST_WORDS_OF_A_TOPIC = 6

/** In a thread the discussion is weighed, unless the message to the bot is plainly a general question. */
export function answerThread(engine: Engine, question: Question, routed: Routed): Answered {
  const { of, match, parsed, sure } = routed
  const words = parsed.tokens.filter((token) => token.word !== '?' && token.word !== '!')
  const chooses = parsed.mentions.some((mention) => mention.inChoice)
  const own = chooses || words.some((token) => engine.deictic.has(token.word))
  if (!own && words.length >= LEAST_WORDS_OF_A_TOPIC && sure >= SURER_THAN_A_CASE && match.coverage >= 0.85) {
    return { answer: bestTopic(routed), confidence: share(sure) }
  }
  return { answer: verdictOn(engine, of, question, factsOf(engine, of, question, parsed)), confidence: 0.9 }
}
