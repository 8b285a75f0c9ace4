import type { Reading, Verdict } from '../core/domain/answer.ts'
import type { FactId } from '../core/domain/fact.ts'
import { columns } from './budget.ts'
import type { CardContext, CardKnowledge } from './card-types.ts'
import { cut, escapeText, visible } from './mrkdwn.ts'
import { authorName } from './read-facts.ts'
import { factWords, listed, mergedWords, pickName } from './wording.ts'

/** What the readings come out as, for those who do not see the table. */
export function outcomesLine({ comparison, readings }: Verdict): string {
  const options = new Set(comparison.options.map(({ id }) => id))
  const picks = [...new Set(readings.map(({ pick }) => pick))].sort(
    (a, b) => Number(!options.has(String(a))) - Number(!options.has(String(b))),
  )
  return `The answer decides: ${escapeText(
    listed(
      picks.map((pick) => pickName(comparison, pick)),
      'or',
    ),
  )}.`
}

/** One row for each of the first `count` readings: what holds then, who said so, the better fit. */
export function readingRows(
  knowledge: CardKnowledge,
  verdict: Verdict,
  context: CardContext,
  count: number,
): string[][] {
  const readings = verdict.readings.slice(0, count)
  const picks = readings.map(({ pick }) => pickName(verdict.comparison, pick))
  const heading = picks.some((pick) => pick.length > 'Better'.length) ? 'Better' : 'Better fit'
  const room = columns - 1 - Math.max(heading.length, ...picks.map((pick) => pick.length))
  const rows = readings.map((reading, index) => [
    readingCell(knowledge, verdict, reading, context, room),
    picks[index] ?? '',
  ])
  return [['If', heading], ...rows]
}

/** "If the team knows Alpha: Alpha", for the modal. */
export function readingLines(knowledge: CardKnowledge, verdict: Verdict): string[] {
  return verdict.readings.map(({ facts, pick }) => {
    const words = facts.map(({ id, value }) => {
      const { whenTrue, whenFalse } = factWords(knowledge, verdict.comparison, id)
      return value === 'yes' ? whenTrue : whenFalse
    })
    return escapeText(`• If ${listed(words)}: ${pickName(verdict.comparison, pick)}`)
  })
}

function readingCell(
  knowledge: CardKnowledge,
  verdict: Verdict,
  reading: Reading,
  context: CardContext,
  room: number,
): string {
  const holds = reading.facts.filter(({ value }) => value === 'yes').map(({ id }) => id)
  const fails = reading.facts.map(({ id }) => id).filter((id) => !holds.includes(id))
  const named = (ids: readonly FactId[]) => mergedWords(knowledge, verdict.comparison, ids, 'name')
  const words = holds.length > 0 ? listed(named(holds)) : `${listed(named(fails))}: no`
  const people = listed([...new Set(holds.flatMap((id) => speakers(verdict, id, context)))])
  const full = people ? `${words} (${people})` : words
  return full.length <= room ? full : cut(words, room)
}

function speakers(verdict: Verdict, id: FactId, context: CardContext): string[] {
  return verdict.facts
    .filter((fact) => fact.id === id && fact.value === 'yes' && fact.message !== undefined)
    .map((fact) => context.thread?.[fact.message ?? -1])
    .map((message) => (message ? visible(authorName(message, context)) : ''))
    .filter(Boolean)
}
