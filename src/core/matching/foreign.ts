import { hasArticle } from '../language/names.ts'
import { type TakenApart, takeApart, tokenize } from '../language/text.ts'

/** A name that a comparison does not cover, found in a question. */
export interface ForeignName {
  name: string
  /** Name of the option that it is in another comparison; absent where none covers it. */
  covered?: string
  /** Slugs of the comparisons that call it foreign; absent where it is foreign to all that do not know it. */
  to?: readonly string[]
  /** Its place in the text, [at, end). */
  at: number
  end: number
  /** True when it stands in a choice: "A or B", "A vs B". */
  chosen: boolean
  /** True when the text asks for it: "should we use A". */
  asked: boolean
}

/** Words that set two names against each other. */
export const CHOOSING: ReadonlySet<string> = new Set([
  'or',
  'vs',
  'versus',
  'v',
  'against',
  'over',
  'compared',
])
/** Those behind which a plain word is a name whatever follows it: "vs go for sockets". */
const VERSUS = new Set(['vs', 'versus', 'v'])
/** Those behind which a word may stand before the name: "or maybe A", but not "took over an A". */
const OFFERING = new Set(['or', ...VERSUS])
const ASKING = new Set([
  'use',
  'using',
  'try',
  'switch',
  'go',
  'with',
  'pick',
  'choose',
  'adopt',
  'consider',
  'about',
  'learn',
  'take',
])

/** Behind these "to" asks for what follows: "switch to A", but not "talk to A". */
const MOVING = new Set([
  'switch',
  'switching',
  'move',
  'moving',
  'migrate',
  'migrating',
  'go',
  'going',
  'change',
  'over',
])

const MODALS = new Set([
  'should',
  'shall',
  'could',
  'can',
  'would',
  'may',
  'what',
  'how',
  'why',
  'is',
  'better',
  'worth',
  'consider',
])

interface KnownForeign extends Pick<ForeignName, 'covered' | 'to'> {
  words: readonly string[]
  /** Also a plain word: it counts only in a choice where nothing goes on behind it. */
  homograph: boolean
}

/** Foreign names by their first word, longest first. */
export type ForeignTable = ReadonlyMap<string, readonly KnownForeign[]>

/** Names of technologies that some comparison does not cover, in the order of the text; a name beside "or" or "vs" is part of a choice. */
export function foreignNames(
  text: string,
  foreign: ForeignTable,
  { folded, tokens }: TakenApart = takeApart(text),
): ForeignName[] {
  const found: ForeignName[] = []
  for (let i = 0; i < tokens.length; i++) {
    const match = foreign
      .get(tokens[i]!.word)
      ?.find(({ words }) => words.every((word, k) => tokens[i + k]?.word === word))
    if (!match) continue
    const end = i + match.words.length
    const before = tokens[i - 1]?.word ?? ''
    const beforeThat = tokens[i - 2]?.word ?? ''
    const after = tokens[end]?.word ?? ''
    const slash =
      /^\s*\/\s*\S/.test(folded.slice(tokens[end - 1]!.end)) ||
      /\S\s*\/\s*$/.test(folded.slice(0, tokens[i]!.at))
    const beside = slash || CHOOSING.has(before) || CHOOSING.has(after) || beforeThat === 'compared'
    const ends = after === '' || after === '?' || CHOOSING.has(after) || VERSUS.has(before)
    if (match.homograph && (!(beside && ends) || hasArticle(tokens, i))) continue
    const chosen = beside || (OFFERING.has(beforeThat) && before.length < 6)
    const modal = tokens.slice(Math.max(0, i - 5), i).some((token) => MODALS.has(token.word))
    const wanted = ASKING.has(before) || (before === 'to' && MOVING.has(beforeThat))
    const asked = modal && wanted && found.length === 0
    const [at, last] = [tokens[i]!.at, tokens[end - 1]!.end]
    const { covered, to } = match
    found.push({
      name: text.slice(at, last),
      ...(covered === undefined ? {} : { covered }),
      ...(to === undefined ? {} : { to }),
      at,
      end: last,
      chosen,
      asked,
    })
    i = end - 1
  }
  return found
}

/** Names by where they are foreign. */
export interface ForeignNames {
  /** To every comparison that does not know them. */
  general: readonly string[]
  /** Those among all names that are also plain words. */
  homographs: readonly string[]
  /** To one comparison, by its slug. */
  local?: readonly { slug: string; names: readonly string[] }[]
  /** Options of comparisons: foreign to the others. */
  options?: readonly { name: string; aliases: readonly string[] }[]
}

/** The table of foreign names. An option's name that no list calls foreign may be a plain word as well. */
export function foreignTable({ general, homographs, local = [], options = [] }: ForeignNames): ForeignTable {
  const all = new Map<string, Omit<KnownForeign, 'words'>>()
  for (const { slug, names } of local) {
    for (const name of names) {
      const to = all.get(name.toLowerCase())?.to ?? []
      all.set(name.toLowerCase(), { homograph: false, to: [...to, slug] })
    }
  }
  for (const name of general) all.set(name.toLowerCase(), { homograph: false })
  for (const name of homographs) all.set(name.toLowerCase(), { homograph: true })
  for (const { name: covered, aliases } of options) {
    for (const alias of aliases) {
      const { homograph } = all.get(alias.toLowerCase()) ?? { homograph: true }
      all.set(alias.toLowerCase(), { homograph, covered })
    }
  }
  const table = new Map<string, KnownForeign[]>()
  for (const [name, known] of all) {
    const words = tokenize(name).map(({ word }) => word)
    const [first] = words
    if (first === undefined) continue
    const list = table.get(first) ?? []
    table.set(first, list)
    list.push({ words, ...known })
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}
