import { isNeed, type Said } from './discussion.ts'
import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'
import type { WithdrawalCues } from './withdrawals.ts'

/** An entry of a numbered list and where it stands in the text. */
interface Item {
  number: string
  from: number
  to: number
}

/** "1. …", "(2) …": how an entry of a list begins. */
const BEGINS = /(?<![\w.,])\(?([1-9])[.)](?=\s)/g
/** What may stand behind a number that is taken back: more would be what it counts ("drop 2 servers"). */
const CLOSING = new Set(['then', 'too', 'please', 'again', 'now', 'completely', 'for', 'as', '?'])
/** What is said only by two messages together is as good as said. */
const SURE = 0.9

/** "(2) is gone", "drop 2": takes back the needs that an earlier message told under that number of a list. */
export function takenByNumber(
  cues: WithdrawalCues,
  parsed: Parsed,
  earlier: readonly Said[],
  messages: readonly (readonly Parsed[])[],
): Statement[] {
  return parsed.clauses.flatMap((_, clause): Statement[] => {
    const at = numberTaken(cues, parsed, clause)
    if (at === undefined) return []
    const ids = toldUnder(parsed.tokens[at]!.word, earlier, messages)
    return ids.map((id) => ({
      id,
      value: 'no',
      probability: SURE,
      share: 1,
      clause,
      withdraws: true,
      trigger: { from: at, to: at + 1 },
    }))
  })
}

/** The number that a clause says is gone. */
function numberTaken(cues: WithdrawalCues, { tokens, clauses }: Parsed, clause: number): number | undefined {
  const { first, last } = clauses[clause]!
  const at = tokens.findIndex(({ word }, i) => i >= first && i < last && /^[1-9]$/.test(word))
  if (at < 0) return undefined
  const behind = cues.behind.first(tokens, at + 1, last)
  if (behind?.from === at + 1) return at
  const before = cues.before.first(tokens, first, at)
  const closes = at + 1 === last || CLOSING.has(tokens[at + 1]!.word)
  return before && at - before.to <= 1 && closes ? at : undefined
}

/** The needs under a number of the latest list that has it. */
function toldUnder(
  number: string,
  earlier: readonly Said[],
  messages: readonly (readonly Parsed[])[],
): string[] {
  for (let message = messages.length - 1; message >= 0; message--) {
    const [only, ...more] = messages[message]!
    const item = only && more.length === 0 ? itemsOf(only).find((each) => each.number === number) : undefined
    if (!only || !item) continue
    const needs = earlier.filter((said) => {
      const { from } = only.clauses[said.clause] ?? { from: -1 }
      return said.message === message && isNeed(said) && from >= item.from && from < item.to
    })
    return [...new Set(needs.map(({ id }) => id))]
  }
  return []
}

/** The entries of a message that counts them from one. */
function itemsOf({ folded }: Parsed): Item[] {
  const found = [...folded.matchAll(BEGINS)]
  const counted = found.filter(({ 1: number }, i) => number === String(i + 1))
  if (counted.length < 2 || counted.length < found.length) return []
  return counted.map(({ 1: number = '', index }, i) => ({
    number,
    from: index,
    to: counted[i + 1]?.index ?? folded.length,
  }))
}
