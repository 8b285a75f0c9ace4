import { THRESHOLDS } from '../answering/thresholds.ts'
import type { Routed } from './routed.ts'

/**
 * Below this a message behind a discussion does not ask for its verdict. Of 688 labelled discussions that end with such
 * a message one is below it; of 264 general questions 253 are.
 */
const LEAST_CLOSING = -3

/**
 * The same where an entry answers it so surely that hardly a word is left over: "and caching?". Of 792 labelled
 * discussions none ends with such a message.
 */
const LEAST_BEFORE_AN_ENTRY = -0.5
const SURELY_AN_ENTRY = 2.7

/** From here a message may be a case of its own, which is weighed with what was said before it. */
const LEAST_OF_A_CASE = 0.3

/**
 * True for a message in a thread that is a general question which an entry may answer, whatever was discussed before
 * it. Trained, since both speak of the same things ("one language or two?", "what does a second language cost?").
 */
export function isPlainlyGeneral({
  closing,
  situation,
  sure,
}: Pick<Routed, 'closing' | 'situation' | 'sure'>): boolean {
  const least = sure >= SURELY_AN_ENTRY ? LEAST_BEFORE_AN_ENTRY : LEAST_CLOSING
  return closing < least && situation < LEAST_OF_A_CASE && sure >= THRESHOLDS.offer
}
