import type { Answer } from '../core/domain/answer.ts'
import { section } from './blocks.ts'
import type { Block, CardContext, ModalView } from './card-types.ts'
import { fullTable } from './full-table.ts'
import { callbackIds } from './ids.ts'
import { modal } from './loading-modal.ts'
import { bold, cut, escapeText } from './mrkdwn.ts'
import { withoutTables } from './plain-card.ts'

/** Characters of one row; Slack takes 3,000 in a section. */
const rowLength = 2800
const mostBlocks = 98

/** The full table of an answer as a modal, which takes no table: row by row, each cell under its column's name. */
export function tableModal(answer: Answer, context: CardContext): ModalView | null {
  const card = fullTable(answer, context)
  if (!card) return null
  const blocks = card.blocks.flatMap((block) =>
    block.type === 'table' ? rowSections(block) : withoutTables([block]),
  )
  return modal('Full table', callbackIds.table, blocks.slice(0, mostBlocks))
}

function rowSections({ rows }: Extract<Block, { type: 'table' }>): Block[] {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => ('text' in cell ? String(cell.text) : '')))
  return body.map(([first = '', ...cells]) => {
    const lines = cells.map((cell, index) => escapeText(`${head[index + 1] ?? ''}: ${cell}`))
    return section(cut([bold(escapeText(first)), ...lines].join('\n'), rowLength))
  })
}
