import { PhraseTree, type StoredPhrases, storePhrases } from './phrase-tree.ts'
import { keys } from './text.ts'

/** Terms as plain data. */
export interface StoredTerms {
  facts: readonly string[]
  /** Each with the number of its fact and its length in words. */
  phrases: StoredPhrases
}

/** A term found in a list of words. */
export interface TermHit {
  fact: string
  /** Words of the term: 1, 2, 3 or more. */
  length: number
  /** Keys [from, to) of the clause that it covers. */
  from: number
  to: number
}

/** Words of a term; most terms are plain words, and there are thousands. */
function wordsOf(term: string): readonly string[] {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(term)) return term.split(' ')
  return term.match(/[\p{L}\p{N}+#]+(?:[.'_-][\p{L}\p{N}+#]+)*/gu) ?? []
}

/** A value of the tree is a fact times this, and the length of the term. */
const LENGTHS = 4

/** Makes lines of [fact, term] ready to be looked for; a term's words are separated by spaces. At most 16,000 facts. */
export function storeTerms(lines: Iterable<readonly [string, string]>): StoredTerms {
  const facts = new Map<string, number>()
  const phrases: [string[], number][] = []
  for (const [fact, term] of lines) {
    const words = keys(wordsOf(term.toLowerCase()))
    if (!words.length) continue
    const number = facts.get(fact) ?? facts.size
    facts.set(fact, number)
    phrases.push([words, number * LENGTHS + Math.min(words.length, LENGTHS - 1)])
  }
  return { facts: [...facts.keys()], phrases: storePhrases(phrases) }
}

/** Lists of what people plainly call a fact, over stemmed words without stop words; one inserted word is forgiven. */
export class Terms {
  private readonly facts: readonly string[]
  private readonly tree: PhraseTree

  constructor({ facts, phrases }: StoredTerms) {
    this.facts = facts
    this.tree = new PhraseTree(phrases)
  }

  /** Calls `hit` for every term in the keys of a clause. */
  find(clauseKeys: readonly string[], hit: (found: TermHit) => void): void {
    const words = this.tree.numbered(clauseKeys)
    for (let start = 0; start < words.length; start++) {
      const first = this.tree.next(this.tree.root, words[start]!)
      if (first >= 0) this.walk(first, words, start, start + 1, false, hit)
    }
  }

  private walk(
    node: number,
    words: readonly number[],
    from: number,
    at: number,
    skipped: boolean,
    hit: (found: TermHit) => void,
  ): void {
    this.tree.ends(node, (value) =>
      hit({ fact: this.facts[Math.floor(value / LENGTHS)]!, length: value % LENGTHS, from, to: at }),
    )
    if (at >= words.length) return
    const next = this.tree.next(node, words[at]!)
    if (next >= 0) this.walk(next, words, from, at + 1, skipped, hit)
    if (skipped || at + 1 >= words.length) return
    const over = this.tree.next(node, words[at + 1]!)
    if (over >= 0) this.walk(over, words, from, at + 2, true, hit)
  }
}
