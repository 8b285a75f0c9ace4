import type { Card, CardContext } from '../../cards/card-types.ts'
import { fullTable } from '../../cards/full-table.ts'
import { actionIds } from '../../cards/ids.ts'
import { sourcesModal } from '../../cards/sources-modal.ts'
import { topicKinds } from '../../cards/topics-modal.ts'
import { whyModal } from '../../cards/why-modal.ts'
import type { Answer } from '../../core/domain/answer.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import { drawBlocks } from './draw.ts'
import { offersOf } from './offers.ts'

/** What stands behind the buttons that a card has for reading on, each under its label; empty where it has none. */
export function moreText(knowledge: Knowledge, answer: Answer, card: Card, context: CardContext): string {
  const { reading } = offersOf(card.blocks)
  const parts: string[] = []
  if (reading.has(actionIds.why))
    parts.push(`Why?\n\n${drawBlocks(whyModal(knowledge, answer, context).blocks)}`)
  if (reading.has(actionIds.sources))
    parts.push(`Sources\n\n${drawBlocks(sourcesModal(answer, context).blocks)}`)
  const table = reading.has(actionIds.fullTable) ? fullTable(answer, context) : null
  if (table) parts.push(`Full table\n\n${drawBlocks(table.blocks)}`)
  return parts.join('\n\n')
}

/** All topics by comparison and kind, as text. */
export function topicsText({ comparisons }: Knowledge): string {
  return comparisons
    .map(({ title, entries }) =>
      [
        title,
        ...topicKinds.flatMap(([kind, name]) => {
          const titles = entries.filter((entry) => entry.kind === kind).map((entry) => `  ${entry.title}`)
          return titles.length > 0 ? [`${name} (${titles.length})`, ...titles] : []
        }),
      ].join('\n'),
    )
    .join('\n\n')
}
