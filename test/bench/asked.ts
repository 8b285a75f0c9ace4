import type { Knowledge } from '../../src/core/domain/knowledge.ts'
import type { Message, Question } from '../../src/core/domain/question.ts'
import { questionOf } from '../eval/score.ts'
import { readSet } from '../eval/sets.ts'

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
