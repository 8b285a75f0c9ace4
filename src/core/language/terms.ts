import { PhraseTree, type StoredPhrases, storePhrases } from './phrase-tree.ts'
import { keys } from './text.ts'

/** Terms as plain data. */
export interface StoredTerms {
  facts: readonly string[]
  /** From this number on facts stand for the terms that leave no doubt. */
  plainFrom: number
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
  /** It leaves no doubt. */
  plain: boolean
}

/** Words of a term; most terms are plain words, and there are thousands. */
function wordsOf(term: string): readonly string[] {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(term)) return term.split(' ')
  return term.match(/[\p{L}\p{N}+#]+(?:[.'_-][\p{L}\p{N}+#]+)*/gu) ?? []
}

/** A value of the tree is a fact times this, and the length of the term. */
const LENGTHS = 4

type Lines = Iterable<readonly [fact: string, term: string]>

/**
 * Makes lines of [fact, term] ready to be looked for; a term's words are separated by spaces. `plain` are those that
 * leave no doubt. At most 16,000 facts.
 */
export function storeTerms(lines: Lines, plain: Lines = []): StoredTerms {
  const phrases: [string[], number][] = []
  const facts = numbered(lines, 0, phrases)
  const plainly = numbered(plain, facts.length, phrases)
  return { facts: [...facts, ...plainly], plainFrom: facts.length, phrases: storePhrases(phrases) }
}

/** The facts of some lines, numbered from `first` on; their terms are added to `phrases`. */
function numbered(lines: Lines, first: number, phrases: [string[], number][]): string[] {
  const facts = new Map<string, number>()
  for (const [fact, term] of lines) {
    const words = keys(wordsOf(term.toLowerCase()))
    if (!words.length) continue
    const number = facts.get(fact) ?? first + facts.size
    facts.set(fact, number)
    phrases.push([words, number * LENGTHS + Math.min(words.length, LENGTHS - 1)])
  }
  return [...facts.keys()]
}

/** Lists of what people plainly call a fact, over stemmed words without stop words; one inserted word is forgiven. */
export class Terms {
  private readonly facts: readonly string[]
  private readonly plainFrom: number
  private readonly tree: PhraseTree

  constructor({ facts, plainFrom, phrases }: StoredTerms) {
    this.facts = facts
    this.plainFrom = plainFrom
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
    this.tree.ends(node, (value) => {
      const number = Math.floor(value / LENGTHS)
      const plain = number >= this.plainFrom
      hit({ fact: this.facts[number]!, length: value % LENGTHS, from, to: at, plain })
    })
    if (at >= words.length) return
    const next = this.tree.next(node, words[at]!)
    if (next >= 0) this.walk(next, words, from, at + 1, skipped, hit)
    if (skipped || at + 1 >= words.length) return
    const over = this.tree.next(node, words[at + 1]!)
    if (over >= 0) this.walk(over, words, from, at + 2, true, hit)
  }
}
