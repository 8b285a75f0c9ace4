import { keys } from './text.ts'

interface Node {
  /** Most terms end where no other goes on: those nodes need no map. */
  next?: Map<string, Node>
  /** Facts that end here, with the term's length in words (3 stands for more). */
  ends?: { fact: string; length: number }[]
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

/** Words of a term; most terms are plain words, and thousands are read on every start. */
function wordsOf(term: string): readonly string[] {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(term)) return term.split(' ')
  return term.match(/[\p{L}\p{N}+#]+(?:[.'_-][\p{L}\p{N}+#]+)*/gu) ?? []
}

/** Lists of what people plainly call a fact, over stemmed words without stop words; one inserted word is forgiven. */
export class Terms {
  private readonly root: Node = {}

  /** `lines` are [fact, term]; a term's words are separated by spaces. */
  constructor(lines: Iterable<readonly [string, string]>) {
    for (const [fact, term] of lines) {
      const words = keys(wordsOf(term.toLowerCase()))
      if (!words.length) continue
      let node = this.root
      for (const word of words) {
        node.next ??= new Map()
        let next = node.next.get(word)
        if (!next) {
          next = {}
          node.next.set(word, next)
        }
        node = next
      }
      node.ends ??= []
      node.ends.push({ fact, length: Math.min(words.length, 3) })
    }
  }

  /** Calls `hit` for every term in the keys of a clause. */
  find(clauseKeys: readonly string[], hit: (found: TermHit) => void): void {
    for (let start = 0; start < clauseKeys.length; start++) {
      const first = this.root.next?.get(clauseKeys[start]!)
      if (first) this.walk(first, clauseKeys, start, start + 1, false, hit)
    }
  }

  private walk(
    node: Node,
    words: readonly string[],
    from: number,
    at: number,
    skipped: boolean,
    hit: (found: TermHit) => void,
  ): void {
    for (const end of node.ends ?? []) hit({ ...end, from, to: at })
    if (at >= words.length || !node.next) return
    const next = node.next.get(words[at]!)
    if (next) this.walk(next, words, from, at + 1, skipped, hit)
    if (!skipped && at + 1 < words.length) {
      const over = node.next.get(words[at + 1]!)
      if (over) this.walk(over, words, from, at + 2, true, hit)
    }
  }
}
