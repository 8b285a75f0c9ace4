import type { Entry } from './domain/entry.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { saidWords, takeApart } from './language/text.ts'
import { type Meant, meantComparison } from './routing/meant.ts'
import {
  type Apart,
  type Introduced,
  introduced,
  namesAlone,
  namesApart,
  spread,
} from './routing/names-alone.ts'
import { type KnownTable, tableKey } from './routing/tables.ts'
import { withoutFillers } from './routing/without-fillers.ts'

/** What a text asks for when the whole of it fits the grammar; anything else is a question. */
export type Subcommand =
  /** A command, or what asks what this is. */
  | { kind: 'help' }
  /** Nothing, a greeting, or `decide` alone: in a thread it means the thread. */
  | { kind: 'greeting' }
  /** Thanks or a farewell. */
  | { kind: 'courtesy' }
  /** `other` is another comparison that the names may mean as well; `unweighed` are names that it does not cover. */
  | { kind: 'overview'; of: PreparedComparison; other?: PreparedComparison; unweighed?: readonly string[] }
  /** One option alone, or what it is (`asked`); `other` introduces it as well. */
  | { kind: 'introduction'; of: Introduced; asked: boolean; other?: Introduced }
  /** Names of which no comparison covers two. */
  | { kind: 'apart'; apart: Apart }
  /** `other` is one of the same name in another comparison. */
  | { kind: 'table'; table: KnownTable; other?: KnownTable }
  /** The title of one entry, word by word; `asked` where it asks what an option is. */
  | { kind: 'topic'; of: PreparedComparison; entry: Entry; asked: boolean }
  /** Names alone, but for one letter of one of them. */
  | { kind: 'meant'; meant: Meant }
  /** A table by a name that none has; null for tables without a name. */
  | { kind: 'no-table'; asked: string | null }

/** Characters of the longest text that is looked at: names and a few words of choosing are said in less. */
const LONGEST = 100

/** Words of the longest text in which a mistyped name is looked for. */
const MOST_MISTYPED = 8

/**
 * Reads `help`, `list`, a slug, names alone in any order, what a comparison compares, one option, `table <name>`, and the
 * title of an entry; with or without the command before it, as people paste it.
 */
export function subcommand(engine: Engine, text: string): Subcommand | null {
  if (text.length > LONGEST) return null
  const said = withoutCommand(text)
  const whole = takeApart(said)
  const folded = whole.folded.trim()
  const words = saidWords(whole.tokens)
  // "Ok?" asks what the discussion comes to.
  if (words.length > 0 && !folded.includes('?') && madeOf(words, engine.courtesy)) return { kind: 'courtesy' }
  if (madeOf(words, engine.greetings)) return { kind: 'greeting' }
  if (madeOf(words, engine.smallTalk)) return { kind: 'help' }
  if (words.length === 1 && ['help', 'list', 'topics', 'about'].includes(words[0]!)) return { kind: 'help' }
  const own = caseText(folded)
  // Without the command there is no form to open: help tells how, and in a thread its verdict is meant.
  if (own === '') return { kind: 'greeting' }
  const named = engine.bySlug.get(own ?? folded)
  if (named) return { kind: 'overview', of: named }
  const names = withoutFillers(engine, spread(said, whole))
  const alone = namesAlone(engine, said, names)
  const [first, other] = alone
  if (first?.titled) return { kind: 'topic', of: first.of, entry: first.titled, asked: false }
  if (first) {
    const { of, unweighed } = first
    return {
      kind: 'overview',
      of,
      ...(other ? { other: other.of } : {}),
      ...(unweighed.length > 0 ? { unweighed } : {}),
    }
  }
  if (words[0] === 'table' || words[0] === 'tables') return tableOf(engine, words.slice(1))
  const titled = engine.knownTitles.find(words)
  const left = saidWords(names.tokens)
  const [of, beside] = introducedBy(engine, words, left)
  const asked = of?.asked === true
  if (titled) return { kind: 'topic', of: engine.comparisons[titled.of]!, entry: titled.entry, asked }
  if (of) return { kind: 'introduction', of, asked, ...(beside ? { other: beside } : {}) }
  const apart = namesApart(engine, said, names)
  if (apart) return { kind: 'apart', apart }
  if (left.length > MOST_MISTYPED) return null
  const meant = meantComparison(engine, left.join(' '), (text) => ownNamesAlone(engine, text))
  return meant && { kind: 'meant', meant }
}

/** What a text introduces as it stands, else by what is `left` without fillers. */
function introducedBy(engine: Engine, words: readonly string[], left: readonly string[]): Introduced[] {
  const found = introduced(engine, words)
  return found.length > 0 || left.length === words.length ? found : introduced(engine, left)
}

/** The comparison whose options alone are named, each by its own name: a letter may make any word some tool's name. */
function ownNamesAlone(engine: Engine, text: string): PreparedComparison | undefined {
  const [first] = namesAlone(engine, text)
  return first && first.own > 0 && first.own === first.options && first.unweighed.length === 0
    ? first.of
    : undefined
}

/** A text without a command that it begins with, whatever its name ("/stack list"); a path is none. */
function withoutCommand(text: string): string {
  return text.replace(/^\s*\/[a-z][\w-]*(?=\s|$)/i, '')
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

/** The words after `decide`, which asks for the form of facts; null where a text asks for something else. */
export function caseText(text: string): string | null {
  const match = /^\s*decide(?:[\s:]+(.*))?$/is.exec(text)
  return match ? (match[1] ?? '').trim() : null
}
