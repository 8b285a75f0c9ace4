import type { Engine } from '../engine.ts'
import type { Routed } from './routed.ts'

/** How much a plain need raises the odds of a case: beside a choice, beside "we" or "our", and both beside both. */
const CHOICE_ODDS = 12
const OWN_ODDS = 3

/**
 * How likely a message is a case of one's own that asks for a choice, if it plainly states a need: what the trained
 * gate says, lifted where options are set against each other, a choice is asked for, or somebody says "we".
 */
export function likelyCase(
  { choosing, deictic }: Pick<Engine, 'choosing' | 'deictic'>,
  { parsed: { mentions, tokens }, called }: Pick<Routed, 'parsed' | 'called'>,
  situation: number,
): number {
  const chooses =
    called || mentions.some(({ inChoice }) => inChoice) || choosing.within(tokens, 0, tokens.length)
  const own = tokens.some(({ word }) => deictic.has(word)) ? OWN_ODDS : 1
  return raise(situation, chooses ? CHOICE_ODDS * own : own)
}

/** A probability with its odds multiplied. */
function raise(probability: number, by: number): number {
  const odds = (probability / (1 - probability + 1e-9)) * by
  return odds / (1 + odds)
}
