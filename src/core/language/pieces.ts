/** Longest text that is read in one piece, in characters. */
const LONGEST = 2000

/**
 * A long text in pieces that end at a line, a sentence or at least a word, so that reading costs no more by the
 * character however long it is. Short texts stay whole.
 */
export function pieces(text: string): string[] {
  if (text.length <= LONGEST) return [text]
  const found: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = from + LONGEST < text.length ? cutBefore(text, from, from + LONGEST) : text.length
    found.push(text.slice(from, end))
    from = end
  }
  return found
}

/** The last line end, else sentence end, else space in the second half of text [from, to); else `to`. */
function cutBefore(text: string, from: number, to: number): number {
  const half = from + LONGEST / 2
  for (const sign of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(sign, to - sign.length)
    if (at >= half) return at + sign.length
  }
  return to
}

/** What tells the question of a long text: its beginning and its end. */
export function excerpt(text: string): string {
  if (text.length <= 2 * LONGEST) return text
  return `${text.slice(0, LONGEST)}\n${text.slice(-LONGEST)}`
}
