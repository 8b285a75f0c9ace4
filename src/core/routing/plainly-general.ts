import { THRESHOLDS } from '../answering/thresholds.ts'
import type { Routed } from './routed.ts'

/**
 * Below this a message behind a discussion does not ask for its verdict. Of 688 labelled discussions that end with such
 * a message one is below it; of 264 general questions 253 are.
 */
const LEAST_CLOSING = -3

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
  return closing < LEAST_CLOSING && situation < LEAST_OF_A_CASE && sure >= THRESHOLDS.offer
}
