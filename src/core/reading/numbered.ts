import type { FactId } from '../domain/fact.ts'
import { isNeed, type Said } from './discussion.ts'
import { asksAloud } from './features.ts'
import type { Parsed } from './parse.ts'
import { isDenial } from './plain-words.ts'
import type { Statement } from './statement.ts'
import { takesBack, type WithdrawalCues } from './withdrawals.ts'

/** An entry of a numbered list and where it stands in the text. */
interface Item {
  number: string
  from: number
  to: number
}

/** "1. …", "(2) …": how an entry of a list begins. */
const BEGINS = /(?<![\w.,])\(?(\d{1,2})[.)](?=\s)/g
const NUMBER = /^\d{1,2}$/
/** What may stand behind a number that is taken back: more would be what it counts ("drop 2 servers"). */
const CLOSING = new Set(['then', 'too', 'please', 'again', 'now', 'completely'])
/** With "for" before them these do so as well. */
const FOR = new Set(['now', 'good', 'today'])
const SUPPOSING = new Set(['if', 'unless', 'when', 'should'])

/** "(2) is gone", "drop 2": takes back the needs that an earlier message told under that number of a list. */
export function takenByNumber(
  cues: WithdrawalCues,
  parsed: Parsed,
  earlier: readonly Said[],
  messages: readonly (readonly Parsed[])[],
  message: number,
): Statement[] {
  let going = false
  return parsed.clauses.flatMap((_, clause): Statement[] => {
    const at = numberTaken(cues, parsed, clause) ?? (going ? nextNumber(parsed, clause) : undefined)
    going = at !== undefined
    if (at === undefined) return []
    const ids = toldUnder(parsed.tokens[at]!.word, earlier, messages, message)
    return ids.map((id) => takesBack(id, clause, { from: at, to: at + 1 }))
  })
}

/** The number that a clause says is gone; none where it denies, supposes or asks that. */
function numberTaken(cues: WithdrawalCues, parsed: Parsed, clause: number): number | undefined {
  const { tokens, clauses } = parsed
  const { first, last } = clauses[clause]!
  const at = first + tokens.slice(first, last).findIndex(({ word }) => NUMBER.test(word))
  if (at < first || asksAloud(parsed, clause)) return undefined
  if (tokens.slice(first, at).some(({ word }) => isDenial(word) || word === 'nobody' || SUPPOSING.has(word)))
    return undefined
  if (cues.behind.first(tokens, at + 1, last)?.from === at + 1) return at
  const before = cues.before.first(tokens, first, at)
  return before && at - before.to <= 1 && closes(parsed, at + 1, last) ? at : undefined
}

function closes({ tokens }: Parsed, from: number, last: number): boolean {
  const [word, next] = [tokens[from]?.word ?? '', tokens[from + 1]?.word ?? '']
  return from === last || CLOSING.has(word) || (word === 'for' && FOR.has(next))
}

/** "Drop 1 and 2": the number that a clause of no more than that goes on with. */
function nextNumber({ tokens, clauses }: Parsed, clause: number): number | undefined {
  const { first, last } = clauses[clause]!
  const isNumber = last - first <= 2 && NUMBER.test(tokens[last - 1]!.word)
  return isNumber ? last - 1 : undefined
}

/** The needs under a number of the latest list `before` a message that has it. */
function toldUnder(
  number: string,
  earlier: readonly Said[],
  messages: readonly (readonly Parsed[])[],
  before: number,
): FactId[] {
  for (let message = before - 1; message >= 0; message--) {
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

/** The entries of a message that counts them from one; an entry ends with its line. */
function itemsOf({ folded }: Parsed): Item[] {
  const found = [...folded.matchAll(BEGINS)]
  if (found.length < 2 || found.some(({ 1: number }, i) => number !== String(i + 1))) return []
  return found.map(({ 1: number = '', index }, i) => {
    const line = folded.indexOf('\n', index)
    return {
      number,
      from: index,
      to: Math.min(found[i + 1]?.index ?? folded.length, line < 0 ? folded.length : line),
    }
  })
}
