/** What a caller gave and can correct; the message names it and what to give instead. */
export class InputError extends Error {}
