/** Arguments that do not fit; the message says which and what to do. */
export class UsageError extends Error {}
