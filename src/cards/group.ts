import { visible } from './mrkdwn.ts'

/** Lines of a card, and how many things of their kind they leave unsaid. */
export interface Group {
  lines: string[]
  hidden: number
}

/** The first lines, as many as there is room for; `total` where there are more things than lines were made. */
export function firstOf(lines: readonly string[], room: number, total = lines.length): Group {
  const shown = lines.slice(0, Math.max(room, 0))
  return { lines: shown, hidden: total - shown.length }
}

/** Several things of one kind on one line, under one title. */
export function joined<T>(
  title: string,
  items: readonly T[],
  room: number,
  words: (item: T) => string,
): Group {
  const lines = items.slice(0, Math.max(room, 0)).map(words)
  const hidden = items.length - lines.length
  return { lines: lines.length > 0 ? [`${title}: ${lines.join('; ')}`] : [], hidden }
}

/**
 * All lines of the groups, the last of them saying how many things stand behind "Why?"; a line that only counts is
 * none. `asSentence` is `ended`, asked once for each line where a card is built several times.
 */
export function together(groups: readonly Group[], asSentence = ended): string[] {
  const lines = groups.flatMap((each) => each.lines)
  const hidden = groups.reduce((sum, each) => sum + each.hidden, 0)
  const last = lines.at(-1)
  if (hidden === 0 || last === undefined) return lines
  return [...lines.slice(0, -1), `${asSentence(last)} ${more(hidden)}`]
}

/** A line that ends as a sentence does, whether or not its sources follow. */
export function ended(line: string): string {
  const seen = visible(line)
  // The last sign tells alone where no sources follow; to look for them from every sign on takes longer.
  const ends = seen.endsWith(']') ? /[.!?…"] (?:\[\d+\])+$/.test(seen) : /^[.!?…"]$/.test(seen.slice(-1))
  return ends ? line : `${line}.`
}

/** "+3 in Why?" */
export function more(count: number): string {
  return `+${count} in Why?`
}
