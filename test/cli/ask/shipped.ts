import { fileURLToPath } from 'node:url'
import { answerObject } from '../../../src/cli/ask/answer-object.ts'
import { answerWithConfidence } from '../../../src/core/answer.ts'
import type { Question } from '../../../src/core/domain/question.ts'
import { prepare } from '../../../src/core/engine.ts'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'

export const asOf = '2026-11-21'
export const knowledgeDir = fileURLToPath(new URL('../../../knowledge', import.meta.url))
export const engine = prepare(loadKnowledge(knowledgeDir))
export const { knowledge } = engine
/** How the object is wanted where a test says nothing else. */
export const plain = { command: '/stack', blocks: false }

/** The object of a question to the shipped knowledge. */
export function ask(text: string, thread?: [user: string, text: string][]) {
  const question: Question = {
    text,
    asOf,
    ...(thread
      ? { thread: thread.map(([user, said]) => ({ text: said, author: user, authorId: user })) }
      : {}),
  }
  return answerObject(knowledge, question, answerWithConfidence(engine, question), plain)
}
