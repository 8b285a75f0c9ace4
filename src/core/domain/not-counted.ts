/** Why a fact is shown but does not count. */
export const NOT_COUNTED = [
  'later',
  'past',
  'question',
  'other-team',
  'hypothetical',
  'unclear',
  'superseded',
  'contradicted',
  'proposal',
  'taste',
  'assumed',
] as const
export type NotCounted = (typeof NOT_COUNTED)[number]
