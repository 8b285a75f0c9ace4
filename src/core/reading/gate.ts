import { addMessageClasses, seenClasses } from './class-features.ts'
import { Bag, charGrams, WORDS, wordGrams } from './features.ts'
import { addScores, type Linear, sigmoid } from './linear.ts'
import type { Parsed } from './parse.ts'
import { wordsOfGate } from './word-sums.ts'

/** Features for: is the whole message a situation that asks for a choice? */
export function gateBag(parsed: Parsed): Bag {
  const bag = new Bag()
  wordGrams(bag, parsed.words, 0, parsed.words.length, 2, WORDS, 1)
  charGrams(bag, parsed.words, 0, parsed.words.length, 1)
  addMessageClasses(bag, seenClasses(parsed, null))
  return bag
}

/** A linear model may be sure without bound; beyond this more adds nothing. */
const MOST = 4

/** Cases are more frequent in the corpus than where people ask: so much of their log-odds is taken back. */
const OVERWEIGHT = 0.4

/** What the gate says of a message. */
export interface Gated {
  /** 0–1: how likely it describes a case of one's own and asks what to use. */
  situation: number
  /** −4…4: how much a question that is no situation sounds like one that guides answer rather than one out of scope. */
  general: number
  /** −4…4: how much a message behind a discussion sounds like one that asks for its verdict rather than a general question. */
  closing: number
}

/** What the gate says: the sums of `gateBag`, most of them known by the word. */
export function gated(gate: Linear, parsed: Parsed): Gated {
  const known = wordsOfGate(gate)
  const words = known.words.of(parsed.words).filter((word) => word !== undefined)
  const sums = gate.intercepts.slice()
  known.sums.addWords(sums, words, 2, WORDS, 1)
  known.sums.addCharacters(sums, words, 1)
  const bag = new Bag()
  addMessageClasses(bag, seenClasses(parsed, null))
  addScores(gate, bag, sums)
  const [situation = 0, general = 0, closing = 0] = sums
  return { situation: sigmoid(situation - OVERWEIGHT), general: bounded(general), closing: bounded(closing) }
}

function bounded(sum: number): number {
  return Math.max(-MOST, Math.min(MOST, sum))
}
