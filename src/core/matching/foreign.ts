import { type TakenApart, takeApart, tokenize } from '../language/text.ts'

/** A name that no comparison covers, found in a question. */
export interface ForeignName {
  name: string
  /** Its place in the text, [at, end). */
  at: number
  end: number
  /** True when it stands in a choice: "A or B", "A vs B". */
  chosen: boolean
  /** True when the text asks for it: "should we use A". */
  asked: boolean
}

const CHOOSING = new Set(['or', 'vs', 'versus', 'v', 'against', 'over', 'compared'])
const ASKING = new Set([
  'use',
  'using',
  'try',
  'switch',
  'to',
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

/** Foreign names by their first word, longest first. */
export type ForeignTable = ReadonlyMap<string, readonly { words: readonly string[]; homograph: boolean }[]>

/** Names of technologies that no comparison covers, in the order of the text; a name beside "or" or "vs" is part of a choice. */
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
    const ends = after === '' || after === '?' || CHOOSING.has(after)
    if (match.homograph && !(beside && ends)) continue
    const chosen = beside || (CHOOSING.has(beforeThat) && before.length < 6)
    const modal = tokens.slice(Math.max(0, i - 5), i).some((token) => MODALS.has(token.word))
    const asked = modal && ASKING.has(before) && found.length === 0
    const [at, last] = [tokens[i]!.at, tokens[end - 1]!.end]
    found.push({ name: text.slice(at, last), at, end: last, chosen, asked })
    i = end - 1
  }
  return found
}

/** The table of foreign names; `homographs` are those that are also plain words. */
export function foreignTable(names: readonly string[], homographs: readonly string[]): ForeignTable {
  const table = new Map<string, { words: string[]; homograph: boolean }[]>()
  const add = (name: string, homograph: boolean) => {
    const words = tokenize(name.toLowerCase()).map((token) => token.word)
    const [first] = words
    if (first === undefined) return
    const list = [...(table.get(first) ?? []), { words, homograph }]
    table.set(
      first,
      list.sort((a, b) => b.words.length - a.words.length),
    )
  }
  for (const name of names) add(name, false)
  for (const name of homographs) add(name, true)
  return table
}
