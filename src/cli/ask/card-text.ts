import { numberSources } from '../../cards/sources.ts'
import { dateWords } from '../../cards/wording.ts'
import type { Answer } from '../../core/domain/answer.ts'

/** A card's text with the sources that it marks listed below, for a terminal. */
export function withSources(text: string, answer: Answer): string {
  const marked = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)))
  const lines = numberSources(answer)
    .sources.filter(({ number }) => marked.has(number))
    .map(
      ({ number, source: { publisher, title, date, url } }) =>
        `[${number}] ${publisher}: ${title}, ${dateWords(date)}. ${url ?? 'No public address.'}`,
    )
  return lines.length > 0 ? `${text}\n\nSources\n${lines.join('\n')}` : text
}
