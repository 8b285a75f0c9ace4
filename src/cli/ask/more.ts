import type { Block, Card, CardContext } from '../../cards/card-types.ts'
import { menuValues } from '../../cards/foot.ts'
import { fullTable } from '../../cards/full-table.ts'
import { actionIds } from '../../cards/ids.ts'
import { sourcesModal } from '../../cards/sources-modal.ts'
import { whyModal } from '../../cards/why-modal.ts'
import type { Answer } from '../../core/domain/answer.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import { drawBlocks } from './draw.ts'

/** What stands behind the buttons that a card has for reading on, each under its label; empty where it has none. */
export function moreText(knowledge: Knowledge, answer: Answer, card: Card, context: CardContext): string {
  const offered = offers(card.blocks)
  const parts: string[] = []
  if (offered.has(actionIds.why))
    parts.push(`Why?\n\n${drawBlocks(whyModal(knowledge, answer, context).blocks)}`)
  if (offered.has(actionIds.sources) || offered.has(menuValues.sources))
    parts.push(`Sources\n\n${drawBlocks(sourcesModal(answer, context).blocks)}`)
  const table = offered.has(actionIds.fullTable) ? fullTable(answer, context) : null
  if (table) parts.push(`Full table\n\n${drawBlocks(table.blocks)}`)
  return parts.join('\n\n')
}

/** The actions of the card's buttons and the values of its menu. */
function offers(blocks: readonly Block[]): Set<string> {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  return new Set(
    elements.flatMap((element) => {
      if (element.type === 'button') return element.action_id ?? []
      return element.type === 'overflow' ? element.options.flatMap(({ value }) => value ?? []) : []
    }),
  )
}
