import type { Engine, PreparedComparison } from './engine.ts'
import { fold, tokenize } from './language/text.ts'

/** What a text asks for when the whole of it fits the grammar; anything else is a question. */
export type Subcommand =
  | { kind: 'help' }
  | { kind: 'overview'; of: PreparedComparison }
  | { kind: 'table'; of: PreparedComparison; id: string }

/** Characters of the longest text that is looked at: names and a few words of choosing are said in less. */
const LONGEST = 100

/** Reads `help`, `list`, a slug, names alone in any order, and `table <id>`. */
export function subcommand(engine: Engine, text: string): Subcommand | null {
  if (text.length > LONGEST) return null
  const folded = fold(text).trim()
  const words = tokenize(folded)
    .map((token) => token.word)
    .filter((word) => word !== '?' && word !== '!')
  if (!words.length || (words.length <= 2 && words.every((word) => engine.smallTalk.has(word))))
    return { kind: 'help' }
  if (engine.smallTalk.has(words.join(' '))) return { kind: 'help' }
  if (words.length === 1 && ['help', 'list', 'topics', 'about'].includes(words[0]!)) return { kind: 'help' }
  for (const of of engine.comparisons) {
    if (folded === of.comparison.slug) return { kind: 'overview', of }
    const table = words[0] === 'table' || words[0] === 'tables' ? words.slice(1).join('-') : null
    if (table) {
      const found = of.comparison.entries.find((entry) => entry.kind === 'table' && entry.id === table)
      if (found) return { kind: 'table', of, id: found.entry }
    }
    if (namesAlone(engine, of, folded)) return { kind: 'overview', of }
  }
  return null
}

/** With one option alone these ask for a choice; "what is X" does not. */
const DECIDING = new Set(['should', 'choose', 'choosing', 'pick', 'use', 'decide'])

/** True when options are named (one is enough where a choice is asked for) and else only words of choosing stand there. */
function namesAlone(engine: Engine, of: PreparedComparison, folded: string): boolean {
  const tokens = tokenize(folded.replace(/-(?:vs|or)-/g, ' vs '))
  const mentions = of.names.find(tokens, folded)
  const options = new Set(mentions.map((mention) => mention.option)).size
  if (options === 0 || (options === 1 && !tokens.some((token) => DECIDING.has(token.word)))) return false
  if (mentions.some((mention) => !mention.own)) return false
  const named = new Set(
    mentions.flatMap((mention) =>
      Array.from({ length: mention.to - mention.from }, (_, i) => mention.from + i),
    ),
  )
  return tokens.every((token, i) => named.has(i) || token.word === '?' || engine.carriers.has(token.word))
}
