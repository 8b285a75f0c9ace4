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

/** What a text is whichever comparison looks at it. */
export interface Opened {
  text: string
  folded: string
  tokens: Token[]
  /** Clauses as [start, end) offsets. */
  spans: [number, number][]
  classes: ClassHit[]
}

/** Takes a text apart as far as no name of an option is needed, mentions of people blanked. Linear in its length. */
export function openText(text: string, { classes }: Lexicon): Opened {
  const folded = fold(text).replace(/@[\w.-]+/g, (name) => ' '.repeat(name.length))
  const tokens = tokenize(folded)
  return { text, folded, tokens, spans: clauses(folded), classes: classes.find(tokens, text) }
}

/** Takes a message apart for the options of one comparison: names, terms by clause. Linear in its length. */
export function parse(opened: Opened, names: Names, { terms }: Lexicon): Parsed {
  const { text, folded, tokens, spans, classes } = opened
  const mentions = names.find(tokens, folded)
  const words = tokens.map((token) => token.word)
  for (const mention of mentions) {
    if (mention.inChoice)
      for (let i = mention.from; i < mention.to; i++) words[i] = i === mention.from ? CHOICE : ''
  }
  const found: Clause[] = []
  let next = 0
  for (const [from, to] of spans) {
    while (next < tokens.length && tokens[next]!.at < from) next++
    const first = next
    while (next < tokens.length && tokens[next]!.at < to) next++
    if (next > first)
      found.push({ from, to, first, last: next, triggers: findTriggers(words, first, next, terms) })
  }
  return { text, folded, tokens, words, mentions, clauses: found, classes }
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
