import type { Engine } from '../engine.ts'
import { keys } from '../language/text.ts'
import { CHOICE } from '../reading/parse.ts'
import type { Routed } from '../routing/routed.ts'

/** Least share of a question that an entry must cover to be called near. */
const LEAST_NEAR = 0.35

/**
 * True when the best entry and the question share more than the words that ask ("what is the …") and the options' own
 * names, or the question has no more than these: "is A good for yodelling?" has.
 */
export function sharesTopic(engine: Engine, { match, named, parsed }: Routed): boolean {
  const names = parsed.mentions.flatMap(({ own, from, to }) => (own ? parsed.tokens.slice(from, to) : []))
  const known = new Set(keys([CHOICE, ...names.map(({ word }) => word)]))
  // "Why A?" asks for its reasons.
  const tells = (key: string) => (!engine.asking.has(key) && !known.has(key)) || (named > 0 && key === 'why')
  return match.matched.some(tells) || (named > 0 && !match.missed.some(tells))
}

/** True when the best entry may be called near a question that it does not answer. */
export function isNear(engine: Engine, routed: Routed): boolean {
  return routed.match.coverage >= LEAST_NEAR && sharesTopic(engine, routed)
}
