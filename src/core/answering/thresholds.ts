/**
 * Thresholds, set on questions that trained nothing (test/questions/regression-*.jsonl):
 * a situation from `situation`; an entry answers from `sure` and is offered from `offer`.
 */
export const THRESHOLDS = { situation: 0.65, sure: 1.6, offer: 1 } as const

/** A sureness that outweighs a doubtful situation in which no fact was read. */
export const SURER_THAN_A_CASE = 2

/** The same where a case states nothing that counts. */
export const SURER_THAN_NOTHING = 1.7

/** From here a message is a case of one's own, whatever other names stand in it. */
export const SURELY_A_CASE = 0.8
