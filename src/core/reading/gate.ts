import { Bag, charGrams, wordGrams } from './features.ts'
import { type Linear, scores, sigmoid } from './linear.ts'
import type { Parsed } from './parse.ts'

const WORDS = 1

/** Features for: is the whole message a situation that asks for a choice? */
export function gateBag(parsed: Parsed): Bag {
  const bag = new Bag()
  wordGrams(bag, parsed.words, 0, parsed.words.length, 2, WORDS, 1)
  charGrams(bag, parsed.words, 0, parsed.words.length, 1)
  return bag
}

/** 0–1: how likely the message describes a case of one's own and asks what to use. */
export function situationScore(gate: Linear, parsed: Parsed): number {
  return sigmoid(scores(gate, gateBag(parsed))[0]!)
}

/** A linear model may be sure without bound; beyond this more adds nothing. */
const MOST = 4

/** −4…4: how much a question that is no situation sounds like one that guides answer rather than one out of scope. */
export function scopeScore(scope: Linear, parsed: Parsed): number {
  return Math.max(-MOST, Math.min(MOST, scores(scope, gateBag(parsed))[0]!))
}
