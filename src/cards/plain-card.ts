import { section } from './blocks.ts'
import type { Block, Card } from './card-types.ts'
import { escapeText } from './mrkdwn.ts'

const longest = 2900
const most = 10

/**
 * The same content as plain sections, for when Slack refuses the blocks: rows of a table become lines, small print
 * becomes text, buttons go. Links and sources stay.
 */
export function plainCard(card: Card): Card {
  return {
    ...card,
    blocks: withoutTables(card.blocks)
      .filter((block) => block.type === 'section')
      .slice(0, most),
  }
}

/** The same card without its charts, whose figures stand in its table; null where it has none. */
export function withoutCharts(card: Card): Card | null {
  const blocks = card.blocks.filter(({ type }) => type !== 'data_visualization')
  return blocks.length < card.blocks.length ? { ...card, blocks } : null
}

/** The blocks with every table as lines of text and no chart, for surfaces that take neither. Buttons stay. */
export function withoutTables(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'table') return rowSections(block)
    if (block.type === 'data_visualization') return []
    if (block.type !== 'context') return [block]
    return block.elements.flatMap((each) => (each.type === 'mrkdwn' ? [section(each.text)] : []))
  })
}

function rowSections({ rows }: Extract<Block, { type: 'table' }>): Block[] {
  const texts: string[] = ['']
  for (const row of rows) {
    const line = escapeText(row.map((cell) => ('text' in cell ? String(cell.text) : '')).join(' · '))
    const last = texts.at(-1) ?? ''
    if (last.length + line.length + 1 > longest) texts.push(line.slice(0, longest))
    else texts[texts.length - 1] = last ? `${last}\n${line}` : line
  }
  return texts.filter(Boolean).map(section)
}
