import type { Language } from '../domain/language.ts'
import { Phrases } from '../language/phrases.ts'
import type { Token } from '../language/text.ts'
import { asksAloud, endsSentence, JOINING, sentenceBounds, sentenceEnd, sentenceStart } from './features.ts'
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

/** All that a question adds to one before it is asked: "and moving pictures, chat, phones ringing?". */
const ADDING = new Set(['and', 'or', 'also', 'plus'])
/** Words of a sentence that asks by its first one alone: "any live parts". */
const SHORT = 4

/**
 * True when clause k is what its sentence asks: "it stays, clear for everyone?" states that it stays, "the feed, is it
 * in?" asks for the feed.
 */
export function isAsked(cues: AskingCues, p: Parsed, k: number): boolean {
  const { first } = p.clauses[sentenceStart(p, k)]!
  const sentence = p.tokens.slice(first, p.clauses[k]!.last)
  if (asksUnmarked(cues, sentence)) return true
  if (!asksAloud(p, k)) return false
  const asksAll = ADDING.has(sentence[0]?.word ?? '') || cues.interrogatives.starts(sentence)
  return asksAll || goesOnUnbroken(p, k) || isAskedBack(cues, p, k)
}

function asksUnmarked({ unmarked }: AskingCues, sentence: readonly Token[]): boolean {
  if (sentence[0]?.word === 'any' && sentence.length <= SHORT) return true
  return unmarked.starts(sentence) || isInverted(sentence)
}

const VERBS = new Set([
  ...['do', 'does', 'did', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'can', 'could', 'will', 'would'],
  ...['should', 'shall', "isn't", "aren't", "don't", "doesn't", "didn't", "wasn't", "won't", "shouldn't"],
])
const SUBJECTS = new Set([
  ...['we', 'they', 'you', 'it', 'he', 'she', 'the', 'a', 'an', 'our', 'their', 'any', 'anyone', 'anybody'],
  ...['that', 'this', 'these', 'those', 'there', 'my', 'your', 'his', 'her', 'users', 'people', 'i'],
])

/** "And do the nurses see it move": the verb before its subject asks without a question mark. */
function isInverted(sentence: readonly Token[]): boolean {
  const at = JOINING.has(sentence[0]?.word ?? '') || sentence[0]?.word === 'ok' ? 1 : 0
  return VERBS.has(sentence[at]?.word ?? '') && SUBJECTS.has(sentence[at + 1]?.word ?? '')
}

/** True where no sign parts clause k from the end of its sentence: "and they see it move while it runs?". */
function goesOnUnbroken(p: Parsed, k: number): boolean {
  let last = k
  while (
    !endsSentence(p, last) &&
    /^\s*$/.test(p.folded.slice(p.clauses[last]!.to, p.clauses[last + 1]!.from))
  )
    last++
  return endsSentence(p, last)
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
