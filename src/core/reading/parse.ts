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

/** Takes a message apart: tokens, names, clauses, terms. Linear in its length. */
export function parse(text: string, names: Names, { terms, classes }: Lexicon): Parsed {
  const folded = fold(text).replace(/@[\w.-]+/g, (name) => ' '.repeat(name.length))
  const tokens = tokenize(folded)
  const mentions = names.find(tokens, folded)
  const words = tokens.map((token) => token.word)
  for (const mention of mentions) {
    if (mention.inChoice)
      for (let i = mention.from; i < mention.to; i++) words[i] = i === mention.from ? CHOICE : ''
  }
  const found: Clause[] = []
  let next = 0
  for (const [from, to] of clauses(folded)) {
    while (next < tokens.length && tokens[next]!.at < from) next++
    const first = next
    while (next < tokens.length && tokens[next]!.at < to) next++
    if (next > first)
      found.push({ from, to, first, last: next, triggers: findTriggers(words, first, next, terms) })
  }
  return { text, folded, tokens, words, mentions, clauses: found, classes: classes.find(tokens, text) }
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
  terms.find(stems, (hit) => {
    triggers.push({
      fact: hit.fact,
      from: places[hit.from]!,
      to: places[hit.to - 1]! + 1,
      length: hit.length,
    })
  })
  return triggers
}
