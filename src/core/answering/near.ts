import type { Engine } from '../engine.ts'
import type { Routed } from '../routing/routed.ts'

/** Least share of a question that an entry must cover to be called near. */
const LEAST_NEAR = 0.35

/**
 * True when the best entry and the question share more than the words that ask ("what is the …"), or the question
 * names an option.
 */
export function sharesTopic(engine: Engine, { match, named }: Routed): boolean {
  return named > 0 || match.matched.some((key) => !engine.asking.has(key))
}

/** True when the best entry may be called near a question that it does not answer. */
export function isNear(engine: Engine, routed: Routed): boolean {
  return routed.match.coverage >= LEAST_NEAR && sharesTopic(engine, routed)
}
