import type { Answer } from '../core/domain/answer.ts'
import type { Log } from './log.ts'

type Delivery = 'command' | 'mention' | 'direct-message'

/** Begins to answer a delivery; what it returns says at debug that it was answered, with what and after how long. */
export function answering(log: Log, delivery: Delivery): (answer: Answer['kind'] | 'form') => void {
  const began = performance.now()
  return (answer) => log.debug('answered', { delivery, answer, ms: Math.round(performance.now() - began) })
}
