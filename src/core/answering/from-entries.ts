import type { Answer } from '../domain/answer.ts'
import type { Engine } from '../engine.ts'
import type { Routed } from '../routing/routed.ts'
import { ambiguous } from './ambiguous.ts'
import { sharesTopic } from './near.ts'
import { THRESHOLDS } from './thresholds.ts'
import { bestTopic } from './topic.ts'

/** The entry that answers a question, or three to choose from; null where none is near enough. */
export function fromEntries(engine: Engine, routed: Routed): Answer | null {
  const { sure } = routed
  if (sure < THRESHOLDS.offer || !sharesTopic(engine, routed)) return null
  return sure >= THRESHOLDS.sure ? bestTopic(routed) : ambiguous(routed)
}
