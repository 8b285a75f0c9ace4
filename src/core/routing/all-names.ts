import type { Comparison } from '../domain/comparison.ts'
import { type NamedOption, nameWords, withoutSuffix } from '../language/names.ts'
import type { Token } from '../language/text.ts'

/** A name of an option as one comparison knows it. */
interface NameUse {
  /** Place of the comparison. */
  of: number
  option: string
  own: boolean
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

  constructor(comparisons: readonly Pick<Comparison, 'options'>[]) {
    comparisons.forEach(({ options }, of) => {
      for (const option of options) this.addOption(of, option)
    })
  }

  private addOption(of: number, { id, aliases, frameworks }: NamedOption): void {
    for (const name of aliases) this.add(name, { of, option: id, own: true })
    for (const name of frameworks) this.add(name, { of, option: id, own: false })
  }

  private add(name: string, use: NameUse): void {
    let node = this.root
    for (const word of nameWords(name)) {
      const next = node.next.get(word) ?? { next: new Map(), uses: [] }
      node.next.set(word, next)
      node = next
    }
    node.uses.push(use)
  }

  /** What a text names, comparison by comparison, in the order of first sight. */
  find(tokens: readonly Token[]): Named[] {
    const found = new Map<number, Map<string, boolean>>()
    for (let at = 0; at < tokens.length; at++) {
      let node: Node | undefined = this.root
      for (let i = at; i < tokens.length && i < at + LONGEST; i++) {
        const { word } = tokens[i]!
        node = node.next.get(word) ?? node.next.get(withoutSuffix(word))
        if (!node) break
        for (const { of, option, own } of node.uses) {
          const options = found.get(of) ?? new Map<string, boolean>()
          found.set(of, options)
          options.set(option, own || options.get(option) === true)
        }
      }
    }
    return [...found].map(([of, options]) => ({
      of,
      options: options.size,
      own: [...options.values()].filter(Boolean).length,
    }))
  }
}
