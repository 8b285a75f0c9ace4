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
  /** Most words begin no longer phrase: those need no map. */
  next?: Map<string, Node>
  /** Classes of the phrase that ends here. */
  ends?: number[]
}

const WORDS = /[a-z0-9+#](?:[a-z0-9+#]|['._/-](?=[a-z0-9+#]))*/g
const COUNT = hashText('count')
const NAME = hashText('name')

/**
 * Classes of plain words: "crew", "squad" and "devs" are one to the reader. Words are compared by their stems; a
 * word may have several classes. Numbers are counts, and a capital letter inside a sentence makes a name.
 */
export class Classes {
  private readonly root: Node = {}

  /** `lines` are [class, word or phrase], in lower case. */
  constructor(lines: Iterable<readonly [string, string]>) {
    for (const [name, phrase] of lines) {
      let node = this.root
      for (const word of phrase.match(WORDS) ?? []) {
        const key = keyOf(word)
        node.next ??= new Map()
        const next: Node = node.next.get(key) ?? {}
        node.next.set(key, next)
        node = next
      }
      const hash = hashText(name)
      node.ends ??= []
      if (!node.ends.includes(hash)) node.ends.push(hash)
    }
  }

  /** Every class at every token, of each the longest phrase; in the order of the text. Linear in the tokens. */
  find(tokens: readonly Token[], text: string): ClassHit[] {
    const keys = tokens.map(({ word }) => keyOf(word))
    const hits: ClassHit[] = []
    const covered = new Map<number, number>()
    for (let i = 0; i < tokens.length; i++) {
      const found = this.longest(keys, i)
      const alone =
        found.length === 0 && isName(tokens, i, text) ? NAME : isNumber(tokens[i]!.word) ? COUNT : 0
      if (alone && !found.some((hit) => hit.class === alone)) found.push({ class: alone, from: i, to: i + 1 })
      for (const hit of found) {
        if ((covered.get(hit.class) ?? 0) >= hit.to) continue
        covered.set(hit.class, hit.to)
        hits.push(hit)
      }
    }
    return hits
  }

  private longest(keys: readonly string[], from: number): ClassHit[] {
    const found: ClassHit[] = []
    let node: Node | undefined = this.root
    for (let i = from; i < keys.length; i++) {
      node = node.next?.get(keys[i]!)
      if (!node) break
      for (const name of node.ends ?? []) {
        const shorter = found.find((hit) => hit.class === name)
        if (shorter) shorter.to = i + 1
        else found.push({ class: name, from, to: i + 1 })
      }
    }
    return found
  }
}

/** The stem; an adverb stays whole, since "weekly" tells of a job and "week" of a time. */
function keyOf(word: string): string {
  return word.endsWith('ly') ? word : stem(word)
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
