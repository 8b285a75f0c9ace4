import type { Engine } from '../engine.ts'
import { keys } from '../language/text.ts'
import { CHOICE } from '../reading/parse.ts'
import type { Routed } from '../routing/routed.ts'

/** Least share of a question that an entry must cover to be called near. */
const LEAST_NEAR = 0.35

/**
 * True when the best entry and the question share more than the words that ask ("what is the …"), or the question names
 * an option. Where it names several they must share more than these, too, unless it has no more: "A or B for yodelling".
 */
export function sharesTopic(engine: Engine, { match, named, parsed }: Routed): boolean {
  if (named === 1) return true
  const names = parsed.mentions.flatMap(({ from, to }) => parsed.tokens.slice(from, to))
  const known = new Set(keys([CHOICE, ...names.map(({ word }) => word)]))
  const tells = (key: string) => !engine.asking.has(key) && !known.has(key)
  return match.matched.some(tells) || (named > 0 && !match.missed.some(tells))
}

/** True when the best entry may be called near a question that it does not answer. */
export function isNear(engine: Engine, routed: Routed): boolean {
  return routed.match.coverage >= LEAST_NEAR && sharesTopic(engine, routed)
}
