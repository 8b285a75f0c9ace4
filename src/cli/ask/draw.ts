import type { Block, ModalView } from '../../cards/card-types.ts'
import { seen } from '../../cards/measure.ts'

/** Widest table that is drawn in columns; a wider one is told row by row. */
const widest = 100
/** Kinds of blocks that hold something to read. */
const drawn = new Set(['header', 'section', 'context', 'table'])

/** Blocks as a person reads them, as text: one blank line between them, tables drawn, buttons left out. */
export function drawBlocks(blocks: readonly Block[] | ModalView['blocks']): string {
  return blocks.filter(isDrawn).map(drawBlock).filter(Boolean).join('\n\n')
}

function isDrawn(block: ModalView['blocks'][number]): block is Block {
  return drawn.has(block.type)
}

function drawBlock(block: Block): string {
  const parts = seen([block])
  const rows = parts.flatMap((part) => (part.kind === 'row' ? [part.cells] : []))
  const lines = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  return [...lines, ...drawTable(rows)].join('\n').trimEnd()
}

/** Columns side by side; where they do not fit, each row under its first cell with the column's name before each other. */
function drawTable(rows: readonly (readonly string[])[]): string[] {
  const [head] = rows
  if (!head) return []
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const total = widths.reduce((sum, width) => sum + width + 2, -2)
  if (total > widest) return rows.slice(1).flatMap((row) => told(head, row))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function told(head: readonly string[], [first = '', ...rest]: readonly string[]): string[] {
  return [first, ...rest.map((cell, index) => `  ${head[index + 1] ?? ''}: ${cell}`)]
}
