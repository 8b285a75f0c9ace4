import type { Token } from './text.ts'

type Word = Pick<Token, 'word'>

interface Node {
  next: Map<string, Node>
  end?: true
}

/**
 * A set of phrases matched on whole words of a token list. One that an exception begins in ("is cut" of "is cut into") is
 * none.
 */
export class Phrases {
  private readonly root: Node = { next: new Map() }
  private readonly exceptions: Phrases | undefined

  constructor(phrases: readonly string[], exceptions: readonly string[] = []) {
    this.exceptions = exceptions.length > 0 ? new Phrases(exceptions) : undefined
    for (const phrase of phrases) {
      let node = this.root
      for (const word of phrase.toLowerCase().split(/\s+/)) {
        let next = node.next.get(word)
        if (!next) {
          next = { next: new Map() }
          node.next.set(word, next)
        }
        node = next
      }
      node.end = true
    }
  }

  /** End of the longest phrase that begins at token `at`, or −1. */
  private longest(tokens: readonly Word[], at: number, last: number): number {
    const end = this.longestOfAll(tokens, at, last)
    return end >= 0 && this.isExcepted(tokens, at, end) ? -1 : end
  }

  /** True where an exception begins in tokens [at, end) and reaches their end. */
  private isExcepted(tokens: readonly Word[], at: number, end: number): boolean {
    if (!this.exceptions) return false
    for (let i = at; i < end; i++) if (this.exceptions.longest(tokens, i, tokens.length) >= end) return true
    return false
  }

  private longestOfAll(tokens: readonly Word[], at: number, last: number): number {
    let node: Node | undefined = this.root
    let end = -1
    for (let i = at; i < last; i++) {
      node = node.next.get(tokens[i]!.word)
      if (!node) break
      if (node.end) end = i + 1
    }
    return end
  }

  /** First phrase in tokens [first, last). */
  first(tokens: readonly Word[], first: number, last: number): { from: number; to: number } | undefined {
    for (let at = first; at < last; at++) {
      const to = this.longest(tokens, at, last)
      if (to >= 0) return { from: at, to }
    }
    return undefined
  }

  within(tokens: readonly Word[], first: number, last: number): boolean {
    return this.first(tokens, first, last) !== undefined
  }

  /** The list cut into its phrases, the longest from left to right, and the single words between them. */
  split<W extends Word>(tokens: readonly W[]): { words: W[]; isPhrase: boolean }[] {
    const parts: { words: W[]; isPhrase: boolean }[] = []
    for (let at = 0; at < tokens.length; ) {
      const end = this.longest(tokens, at, tokens.length)
      const words = tokens.slice(at, Math.max(end, at + 1))
      parts.push({ words, isPhrase: end > at })
      at += words.length
    }
    return parts
  }

  /** True when the list begins with a phrase. */
  starts(tokens: readonly Word[]): boolean {
    return this.longest(tokens, 0, tokens.length) >= 0
  }
}
