import { numberSources } from '../../cards/sources.ts'
import { dateWords } from '../../cards/wording.ts'
import type { Answer } from '../../core/domain/answer.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import type { AnswerObject } from './answer-object.ts'
import { topicsText } from './more.ts'
import { offerLines, offersOf } from './offers.ts'

/**
 * A card as text for a terminal: what it says, what its buttons offer, the sources that it marks; with `more` also
 * what stands behind its buttons.
 */
export function cardText(
  knowledge: Knowledge,
  answer: Answer,
  object: AnswerObject,
  { more }: { more: boolean },
): string {
  const offers = offersOf(object.blocks ?? [])
  const topics = more && offers.topics ? topicsText(knowledge) : ''
  const parts = [object.text, offerLines(offers).join('\n'), sourceLines(object.text, answer).join('\n')]
  return [...parts, ...(more ? [object.more, topics] : [])].filter(Boolean).join('\n\n')
}

/** The sources that a text marks, under their title; empty where it marks none. */
export function sourceLines(text: string, answer: Answer): string[] {
  const marked = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)))
  const lines = numberSources(answer)
    .sources.filter(({ number }) => marked.has(number))
    .map(
      ({ number, source: { publisher, title, date, url } }) =>
        `[${number}] ${publisher}: ${title}, ${dateWords(date)}. ${url ?? 'No public address.'}`,
    )
  return lines.length > 0 ? ['Sources', ...lines] : []
}
