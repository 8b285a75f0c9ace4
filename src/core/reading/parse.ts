import type { Classes, ClassHit } from '../language/classes.ts'
import type { Mention, Names } from '../language/names.ts'
import type { Terms } from '../language/terms.ts'
import { clauses, fold, keyOf, type Token, tokenize } from '../language/text.ts'

/** A term of a fact at a place in the message's token list. */
export interface Trigger {
  fact: string
  /** Tokens [from, to). */
  from: number
  to: number
  /** Words of the term: 1, 2, 3 or more. */
  length: number
  /** It leaves no doubt. */
  plain: boolean
}

export interface Clause {
  /** Offsets in the text. */
  from: number
  to: number
  /** Tokens [first, last). */
  first: number
  last: number
  triggers: Trigger[]
}

/** A message taken apart once; every model works on this. */
export interface Parsed {
  text: string
  folded: string
  tokens: Token[]
  /** Token words with names in a choice replaced by one neutral word. */
  words: string[]
  mentions: Mention[]
  clauses: Clause[]
  /** Classes of plain words, by place. */
  classes: ClassHit[]
}

/** The words that are known by what they say: terms of facts, and classes of plain words. */
export interface Lexicon {
  terms: Terms
  classes: Classes
}

export const CHOICE = 'qchoice'

/** What a text is whichever comparison looks at it; mentions of people are blanked. */
export class Opened {
  readonly text: string
  readonly folded: string
  readonly tokens: Token[]
  /** The words of its tokens. */
  readonly words: string[]
  readonly classes: ClassHit[]
  private readonly lexicon: Lexicon
  private unmasked: Clause[] | undefined

  /** Takes a text apart as far as no name of an option is needed. Linear in its length. */
  constructor(text: string, lexicon: Lexicon) {
    this.text = text
    this.folded = fold(text).replace(/@[\w.-]+/g, (name) => ' '.repeat(name.length))
    this.tokens = tokenize(this.folded)
    this.words = this.tokens.map(({ word }) => word)
    this.classes = lexicon.classes.find(this.tokens, text)
    this.lexicon = lexicon
  }

  /** Its clauses with the terms in them; words that are masked away are part of no term. */
  clausesOf(words: readonly string[]): Clause[] {
    if (words !== this.words) return this.findClauses(words)
    this.unmasked ??= this.findClauses(words)
    return this.unmasked
  }

  private findClauses(words: readonly string[]): Clause[] {
    const { tokens, lexicon } = this
    const found: Clause[] = []
    let next = 0
    for (const [from, to] of clauses(this.folded)) {
      while (next < tokens.length && tokens[next]!.at < from) next++
      const first = next
      while (next < tokens.length && tokens[next]!.at < to) next++
      if (next > first)
        found.push({ from, to, first, last: next, triggers: findTriggers(words, first, next, lexicon.terms) })
    }
    return found
  }
}

/**
 * Takes a message apart for the options of one comparison: names, terms by clause. Linear in its length. Where no
 * choice is masked, words and clauses are those of the opened text itself, the same for every comparison.
 */
export function parse(opened: Opened, names: Names): Parsed {
  const { text, folded, tokens, classes } = opened
  const mentions = names.find(tokens, folded)
  const words = masked(opened.words, mentions)
  return { text, folded, tokens, words, mentions, clauses: opened.clausesOf(words), classes }
}

/** The words with the names in a choice replaced by one neutral word; the very same where there is no choice. */
function masked(words: string[], mentions: readonly Mention[]): string[] {
  if (!mentions.some(({ inChoice }) => inChoice)) return words
  const copy = [...words]
  for (const { inChoice, from, to } of mentions) {
    if (inChoice) for (let i = from; i < to; i++) copy[i] = i === from ? CHOICE : ''
  }
  return copy
}

function findTriggers(words: readonly string[], first: number, last: number, terms: Terms): Trigger[] {
  const places: number[] = []
  const stems: string[] = []
  for (let i = first; i < last; i++) {
    const key = words[i] ? keyOf(words[i]!) : undefined
    if (key !== undefined) {
      stems.push(key)
      places.push(i)
    }
  }
  const triggers: Trigger[] = []
  terms.find(stems, ({ fact, length, plain, ...hit }) => {
    const from = places[hit.from]!
    const to = places[hit.to - 1]! + 1
    // The models count terms as they stand in their own list.
    const known = plain && triggers.find((each) => each.fact === fact && each.from === from && each.to === to)
    if (known) known.plain = true
    else triggers.push({ fact, from, to, length, plain })
  })
  return triggers
}
