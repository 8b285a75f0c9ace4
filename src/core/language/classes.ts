import { hashText } from './hash.ts'
import { stem, type Token } from './text.ts'

/** A word or phrase of a class at tokens [from, to). */
export interface ClassHit {
  /** Hash of the class's name. */
  class: number
  from: number
  to: number
}

interface Node {
  next: Map<string, Node>
  /** Classes of the phrase that ends here. */
  ends: number[]
}

const WORDS = /[a-z0-9+#](?:[a-z0-9+#]|['._/-](?=[a-z0-9+#]))*/g
const COUNT = hashText('count')
const NAME = hashText('name')

/**
 * Classes of plain words: "crew", "squad" and "devs" are one to the reader. Words are compared by their stems; a
 * word may have several classes. Numbers are counts, and a capital letter inside a sentence makes a name.
 */
export class Classes {
  private readonly root: Node = { next: new Map(), ends: [] }

  /** `lines` are [class, word or phrase], in lower case. */
  constructor(lines: Iterable<readonly [string, string]>) {
    for (const [name, phrase] of lines) {
      let node = this.root
      for (const word of phrase.match(WORDS) ?? []) {
        const key = stem(word)
        const next: Node = node.next.get(key) ?? { next: new Map(), ends: [] }
        node.next.set(key, next)
        node = next
      }
      const hash = hashText(name)
      if (!node.ends.includes(hash)) node.ends.push(hash)
    }
  }

  /** Every class at every token, of each the longest phrase; in the order of the text. Linear in the tokens. */
  find(tokens: readonly Token[], text: string): ClassHit[] {
    const stems = tokens.map(({ word }) => stem(word))
    const hits: ClassHit[] = []
    const covered = new Map<number, number>()
    for (let i = 0; i < tokens.length; i++) {
      const found = this.longest(stems, i)
      const alone = found.size === 0 && isName(tokens, i, text) ? NAME : isNumber(tokens[i]!.word) ? COUNT : 0
      if (alone) found.set(alone, i + 1)
      for (const [name, to] of found) {
        if ((covered.get(name) ?? 0) >= to) continue
        covered.set(name, to)
        hits.push({ class: name, from: i, to })
      }
    }
    return hits
  }

  private longest(stems: readonly string[], from: number): Map<number, number> {
    const found = new Map<number, number>()
    let node: Node | undefined = this.root
    for (let i = from; i < stems.length; i++) {
      node = node.next.get(stems[i]!)
      if (!node) break
      for (const name of node.ends) found.set(name, i + 1)
    }
    return found
  }
}

function isNumber(word: string): boolean {
  return /^\d/.test(word)
}

/** True for a capital letter that no sentence begins with. */
function isName(tokens: readonly Token[], i: number, text: string): boolean {
  const { at } = tokens[i]!
  if (i === 0 || !/^[A-Z][a-z]/.test(text.slice(at, at + 2))) return false
  return !/[.!?:\n]["'(\s]*$/.test(text.slice(tokens[i - 1]!.end - 1, at))
}
