/** Comparisons that are looked at for one question: more would cost time, and the right one is among these. */
export const MOST_CANDIDATES = 6
