import type { Comparison } from '../domain/comparison.ts'
import { besideChoosing, type NamedOption, nameWords, withoutSuffix } from '../language/names.ts'
import type { Token } from '../language/text.ts'

/** A name of an option as one comparison knows it. */
interface NameUse {
  /** Place of the comparison. */
  of: number
  option: string
  own: boolean
  /** Also a plain word: it names the option only in a choice, or beside another name of the comparison. */
  plain: boolean
}

interface Node {
  next: Map<string, Node>
  uses: NameUse[]
}

/** What a text names of one comparison. */
export interface Named {
  of: number
  /** Different options. */
  options: number
  /** Options named by their own names, not by a framework of theirs. */
  own: number
}

/** Longest name, in words. */
const LONGEST = 4

/**
 * The names of all comparisons in one tree, so that looking for them costs the same however many there are: a name may
 * belong to several comparisons, to one as an option and to another as a framework.
 */
export class AllNames {
  private readonly root: Node = { next: new Map(), uses: [] }
  /** Words of names. */
  private readonly words = new Set<string>()
  private readonly plainWords: ReadonlySet<string>

  /** `plainWords` are names that are also words of the language. */
  constructor(comparisons: readonly Pick<Comparison, 'options'>[], plainWords: ReadonlySet<string>) {
    this.plainWords = plainWords
    comparisons.forEach(({ options }, of) => {
      for (const option of options) this.addOption(of, option)
    })
  }

  private addOption(of: number, { id, aliases, frameworks }: NamedOption): void {
    for (const name of aliases) this.add(name, { of, option: id, own: true })
    for (const name of frameworks) this.add(name, { of, option: id, own: false })
  }

  private add(name: string, use: Omit<NameUse, 'plain'>): void {
    let node = this.root
    for (const word of nameWords(name)) {
      const next = node.next.get(word) ?? { next: new Map(), uses: [] }
      node.next.set(word, next)
      this.words.add(word)
      node = next
    }
    node.uses.push({ ...use, plain: this.plainWords.has(name.toLowerCase()) })
  }

  /** True for a word that stands in some name, with or without what may be hung on it. */
  holds(word: string): boolean {
    return this.words.has(word) || this.words.has(withoutSuffix(word))
  }

  /** Whose name the words are, all together. */
  whole(words: readonly string[]): readonly NameUse[] {
    let node: Node | undefined = this.root
    for (const word of words) {
      node = node.next.get(word) ?? node.next.get(withoutSuffix(word))
      if (!node) return []
    }
    return node.uses
  }

  /** What a text names, comparison by comparison, in the order of first sight. */
  find(tokens: readonly Token[]): Named[] {
    const found = new Map<number, Map<string, boolean>>()
    const put = ({ of, option, own }: NameUse) => {
      const options = found.get(of) ?? new Map<string, boolean>()
      found.set(of, options)
      options.set(option, own || options.get(option) === true)
    }
    const doubtful: NameUse[] = []
    for (let at = 0; at < tokens.length; at++) {
      let node: Node | undefined = this.root
      for (let i = at; i < tokens.length && i < at + LONGEST; i++) {
        const { word } = tokens[i]!
        node = node.next.get(word) ?? node.next.get(withoutSuffix(word))
        if (!node) break
        for (const use of node.uses) {
          if (use.plain && !besideChoosing(tokens, at, i + 1)) doubtful.push(use)
          else put(use)
        }
      }
    }
    for (const use of doubtful) if (found.has(use.of)) put(use)
    return [...found].map(([of, options]) => ({
      of,
      options: options.size,
      own: [...options.values()].filter(Boolean).length,
    }))
  }
}
