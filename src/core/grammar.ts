import type { Entry } from './domain/entry.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { fold, saidWords, type Token, tokenize } from './language/text.ts'
import { type Meant, meantComparison } from './routing/meant.ts'
import { strangers } from './routing/strangers.ts'
import { type KnownTable, tableKey } from './routing/tables.ts'

/** What a text asks for when the whole of it fits the grammar; anything else is a question. */
export type Subcommand =
  /** A command, or what asks what this is. */
  | { kind: 'help' }
  /** Nothing, or a greeting. */
  | { kind: 'greeting' }
  /** Thanks or a farewell. */
  | { kind: 'courtesy' }
  /** `other` is another comparison that the names may mean as well. */
  | { kind: 'overview'; of: PreparedComparison; other?: PreparedComparison }
  /** `other` is one of the same name in another comparison. */
  | { kind: 'table'; table: KnownTable; other?: KnownTable }
  /** The title of one entry, word by word. */
  | { kind: 'topic'; of: PreparedComparison; entry: Entry }
  /** Names alone, but for one letter of one of them. */
  | { kind: 'meant'; meant: Meant }
  /** A table by a name that none has; null for tables without a name. */
  | { kind: 'no-table'; asked: string | null }

/** Characters of the longest text that is looked at: names and a few words of choosing are said in less. */
const LONGEST = 100

/** Words of the longest text in which a mistyped name is looked for. */
const MOST_MISTYPED = 8

/** Reads `help`, `list`, a slug, names alone in any order, `table <name>`, and the title of an entry. */
export function subcommand(engine: Engine, text: string): Subcommand | null {
  if (text.length > LONGEST) return null
  const folded = fold(text).trim()
  const words = saidWords(tokenize(folded))
  // "Ok?" asks what the discussion comes to.
  if (words.length > 0 && !folded.includes('?') && madeOf(words, engine.courtesy)) return { kind: 'courtesy' }
  if (madeOf(words, engine.greetings)) return { kind: 'greeting' }
  if (madeOf(words, engine.smallTalk)) return { kind: 'help' }
  if (words.length === 1 && ['help', 'list', 'topics', 'about'].includes(words[0]!)) return { kind: 'help' }
  const named = engine.bySlug.get(folded)
  if (named) return { kind: 'overview', of: named }
  const [of, other] = overviewsOf(engine, folded)
  if (of) return { kind: 'overview', of, ...(other ? { other } : {}) }
  if (words[0] === 'table' || words[0] === 'tables') return tableOf(engine, words.slice(1))
  const titled = engine.knownTitles.find(words)
  if (titled) return { kind: 'topic', of: engine.comparisons[titled.of]!, entry: titled.entry }
  if (words.length > MOST_MISTYPED) return null
  const meant = meantComparison(engine, folded, (text) => overviewsOf(engine, text)[0])
  return meant && { kind: 'meant', meant }
}

/** Words of the longest phrase of small talk. */
const LONGEST_PHRASE = 5

/** True when words are nothing but phrases of a list, the longest first; true of no words. */
function madeOf(words: readonly string[], phrases: ReadonlySet<string>): boolean {
  let from = 0
  while (from < words.length) {
    let to = Math.min(words.length, from + LONGEST_PHRASE)
    while (to > from && !phrases.has(words.slice(from, to).join(' '))) to--
    if (to === from) return false
    from = to
  }
  return true
}

/** The table of that id or title; one word that names none asks for a table that is not there. */
function tableOf(engine: Engine, words: readonly string[]): Subcommand | null {
  const asked = tableKey(words.join(' '))
  const [table, other] = engine.tables.get(asked) ?? []
  if (table) return { kind: 'table', table, ...(other ? { other } : {}) }
  if (asked.includes(' ')) return null
  return { kind: 'no-table', asked: words.length > 0 ? words.join(' ') : null }
}

/** The comparisons whose names stand alone in a text: those of which it names most, and of these those named by their own. */
function overviewsOf(engine: Engine, folded: string): PreparedComparison[] {
  const tokens = tokenize(folded.replace(/-(?:vs|or)-/g, ' vs '))
  if (strangers(engine, tokens) > 0) return []
  const found = engine.allNames.find(tokens).flatMap(({ of, options, own }) => {
    const prepared = engine.comparisons[of]
    return prepared && namesAlone(engine, prepared, tokens, folded) ? [{ prepared, options, own }] : []
  })
  found.sort((a, b) => b.options - a.options || b.own - a.own)
  return found
    .filter(({ options, own }) => options === found[0]!.options && own === found[0]!.own)
    .map(({ prepared }) => prepared)
}

/** With one option alone these ask for a choice; "what is X" does not. */
const DECIDING = new Set(['should', 'choose', 'choosing', 'pick', 'use', 'decide'])

/** True when options are named (one is enough where a choice is asked for) and else only words of choosing stand there. */
function namesAlone(
  engine: Engine,
  of: PreparedComparison,
  tokens: readonly Token[],
  folded: string,
): boolean {
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

/** The words after `decide`, which asks for the form of facts; null where a text asks for something else. */
export function caseText(text: string): string | null {
  const match = /^\s*decide(?:[\s:]+(.*))?$/is.exec(text)
  return match ? (match[1] ?? '').trim() : null
}
