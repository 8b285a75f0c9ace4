import type { Answer } from '../domain/answer.ts'

/** An answer with how much the question seemed to be in scope: 0–1, for evaluation, never on a card. */
export interface Answered {
  answer: Answer
  confidence: number
}

/** About the surest that an entry gets. */
const SUREST = 2.6

/** Sureness as a share of the surest. */
export function share(sure: number): number {
  return Math.max(0, Math.min(1, sure / SUREST))
}
