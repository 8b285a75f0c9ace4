import type { Language } from '../domain/language.ts'
import { Phrases } from '../language/phrases.ts'
import { asksAloud, endsSentence, sentenceBounds, sentenceEnd, sentenceStart } from './features.ts'
import type { Parsed } from './parse.ts'

export interface AskingCues {
  /** How a sentence begins that asks. */
  interrogatives: Phrases
  /** How one begins that asks without a question mark. */
  unmarked: Phrases
  /** What is asked at last of all that the sentence named. */
  asksBack: Phrases
}

export function askingCues({ interrogatives, unmarkedQuestions, askingBack }: Language): AskingCues {
  return {
    interrogatives: new Phrases(interrogatives),
    unmarked: new Phrases(unmarkedQuestions),
    asksBack: new Phrases(askingBack),
  }
}

/** Words of a sentence that asks by its first one alone: "any live parts". */
const SHORT = 4

/**
 * True when clause k is what its sentence asks: "it stays, clear for everyone?" states that it stays, "the feed, is it
 * in?" asks for the feed.
 */
export function isAsked(cues: AskingCues, p: Parsed, k: number): boolean {
  const { first } = p.clauses[sentenceStart(p, k)]!
  const sentence = p.tokens.slice(first, p.clauses[k]!.last)
  if (cues.unmarked.starts(sentence) || (sentence[0]?.word === 'any' && sentence.length <= SHORT)) return true
  if (!asksAloud(p, k)) return false
  return endsSentence(p, k) || cues.interrogatives.starts(sentence) || isAskedBack(cues, p, k)
}

/**
 * True when clause k stands in the sentence that asks which option to take: "which of both for a shop whose stock
 * moves live?" states that it does.
 */
export function isInChoice(p: Parsed, k: number): boolean {
  const { first, last } = sentenceBounds(p, k)
  return p.mentions.some(({ inChoice, from, to }) => inChoice && from >= first && to <= last)
}

function isAskedBack({ asksBack }: AskingCues, p: Parsed, k: number): boolean {
  const { first, last } = p.clauses[sentenceEnd(p, k)]!
  return asksBack.starts(p.tokens.slice(first, last))
}
