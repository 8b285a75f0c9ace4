/** Longest line that is read: far more than the longest discussion that the bot weighs. */
export const LONGEST_LINE = 1_000_000

/**
 * Splits a stream of text at line feeds alone, since JSON strings may hold the other separators of Unicode.
 * A line of more than `longest` characters comes as null and is never held; an end without a line feed ends a line.
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  longest = LONGEST_LINE,
): AsyncGenerator<string | null> {
  let held = ''
  let dropped = false
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      const line = held + chunk.slice(from, end)
      yield dropped || line.length > longest ? null : line
      held = ''
      dropped = false
      from = end + 1
    }
    if (!dropped) held += chunk.slice(from)
    if (held.length <= longest) continue
    held = ''
    dropped = true
  }
  if (dropped) yield null
  else if (held !== '') yield held
}
