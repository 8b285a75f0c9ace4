import type { Engine } from '../engine.ts'
import type { Routed } from '../routing/standing.ts'

/** Least share of a question that an entry must cover to be called near. */
const LEAST_NEAR = 0.35

/**
 * True when the best entry is near the question: it covers enough of it, and more than the words that ask ("what is
 * the …"), or the question names an option.
 */
export function isNear(engine: Engine, { match, named }: Routed): boolean {
  if (match.coverage < LEAST_NEAR) return false
  return named > 0 || match.matched.some((key) => !engine.asking.has(key))
}
