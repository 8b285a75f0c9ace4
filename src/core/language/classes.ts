import { hashText } from './hash.ts'
import { PhraseTree, type StoredPhrases, storePhrases } from './phrase-tree.ts'
import { stem, type Token } from './text.ts'

/** A word or phrase of a class at tokens [from, to). */
export interface ClassHit {
  /** Hash of the class's name. */
  class: number
  from: number
  to: number
}

/** Classes as plain data. */
export interface StoredClasses {
  names: readonly string[]
  /** Each with the number of its class. */
  phrases: StoredPhrases
}

const WORDS = /[a-z0-9+#](?:[a-z0-9+#]|['._/-](?=[a-z0-9+#]))*/g
const COUNT = hashText('count')
const NAME = hashText('name')

/** Makes lines of [class, word or phrase], in lower case, ready to be looked for. */
export function storeClasses(lines: Iterable<readonly [string, string]>): StoredClasses {
  const names = new Map<string, number>()
  const phrases: [string[], number][] = []
  for (const [name, phrase] of lines) {
    const number = names.get(name) ?? names.size
    names.set(name, number)
    phrases.push([(phrase.match(WORDS) ?? []).map(keyOf), number])
  }
  return { names: [...names.keys()], phrases: storePhrases(phrases) }
}

/**
 * Classes of plain words: "crew", "squad" and "devs" are one to the reader. Words are compared by their stems; a
 * word may have several classes. Numbers are counts, and a capital letter inside a sentence makes a name.
 */
export class Classes {
  private readonly hashes: readonly number[]
  private readonly tree: PhraseTree

  constructor({ names, phrases }: StoredClasses) {
    this.hashes = names.map((name) => hashText(name))
    this.tree = new PhraseTree(phrases)
  }

  /** Every class at every token, of each the longest phrase; in the order of the text. Linear in the tokens. */
  find(tokens: readonly Token[], text: string): ClassHit[] {
    const keys = this.tree.numbered(tokens.map(({ word }) => keyOf(word)))
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

  private longest(words: readonly number[], from: number): ClassHit[] {
    const found: ClassHit[] = []
    let node = this.tree.next(this.tree.root, words[from]!)
    for (let to = from + 1; node >= 0; to++) {
      this.tree.ends(node, (number) => {
        const name = this.hashes[number]!
        const shorter = found.find((hit) => hit.class === name)
        if (shorter) shorter.to = to
        else found.push({ class: name, from, to })
      })
      node = to < words.length ? this.tree.next(node, words[to]!) : -1
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
