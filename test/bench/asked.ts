import type { Knowledge } from '../../src/core/domain/knowledge.ts'
import type { Message, Question } from '../../src/core/domain/question.ts'
import { readCorpus } from '../../src/train/corpus.ts'
import { questionOf } from '../eval/score.ts'
import { readSet } from '../eval/sets.ts'
import { knowledgeFolder } from './dist.ts'

const items = readSet('regression')

/** The questions of the half that may be read, and the titles of the frequent ones. */
export function questions(knowledge: Knowledge): Question[] {
  const titles = knowledge.comparisons.flatMap(({ entries }) =>
    entries.filter((entry) => entry.kind === 'faq').map((entry) => entry.title),
  )
  const asked = items.filter((item) => item.kind !== 'thread').map(questionOf)
  const asOf = asked[0]?.asOf ?? '2026-01-01'
  return [...asked, ...titles.map((text) => ({ text, asOf }))]
}

/** Of ten questions four are situations, two general and four out of scope, about as in the labelled set. */
const MIX = ['situations', 'general', 'outOfScope', 'situations', 'outOfScope'] as const

/**
 * Thousands of texts, hardly any of them twice: what the product keeps of words and facts then helps as it does where
 * nobody repeats anybody. They are those that the reader was trained on, which are read no faster than others.
 */
export function manyTexts(): string[] {
  const corpus = readCorpus(knowledgeFolder)
  const most = Math.max(...MIX.map((kind) => corpus[kind].length))
  const taken = { situations: 0, general: 0, outOfScope: 0 }
  return Array.from({ length: most }, () => MIX)
    .flat()
    .map((kind) => corpus[kind][taken[kind]++ % corpus[kind].length]!)
}

/** The labelled discussions. */
export function threads(): Question[] {
  return items.filter((item) => item.kind === 'thread').map(questionOf)
}

/** A discussion of a length, made of the messages of the labelled ones in order. */
export function threadOf(length: number): Question {
  const all = threads()
  const messages = all.flatMap((each) => each.thread ?? [])
  const thread = Array.from({ length }, (_, i): Message => messages[i % messages.length]!)
  return { ...all[0]!, thread }
}
