import { columns } from './budget.ts'
import type { Block, Card, Element } from './card-types.ts'
import { visible } from './mrkdwn.ts'

/** One thing that a reader sees: a line of text, a row of a table, or a row of buttons by their labels. */
export type Seen =
  | { kind: 'text'; text: string }
  | { kind: 'row'; cells: string[] }
  | { kind: 'buttons'; labels: string[] }

export interface Measure {
  /** Lines at 40 columns: wrapped text, rows of a table, rows of buttons. */
  lines: number
  /** Visible characters outside the table, labels of buttons included. */
  characters: number
  blocks: number
  /** Widest row of the table: its widest cells with one space between columns. */
  tableWidth: number
}

/** What a reader sees of the blocks, in order. */
export function seen(blocks: readonly Block[]): Seen[] {
  return blocks.flatMap(seenBlock)
}

/** The blocks as plain lines, the buttons in brackets; rows of a table have their cells apart by two spaces. */
export function readBlocks(blocks: readonly Block[], buttons = true): string {
  return seen(blocks)
    .filter((each) => buttons || each.kind !== 'buttons')
    .map((each) => {
      if (each.kind === 'text') return each.text
      if (each.kind === 'row') return each.cells.join('  ')
      return each.labels.map((label) => `[${label}]`).join(' ')
    })
    .join('\n')
}

/** Measures a card as a phone shows it. */
export function measure(card: Pick<Card, 'blocks'>): Measure {
  const widths: number[] = []
  let lines = 0
  let characters = 0
  for (const each of seen(card.blocks)) {
    const size = sizeOf(each)
    lines += size.lines
    characters += size.characters
    if (each.kind !== 'row') continue
    for (const [column, cell] of each.cells.entries())
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
  }
  const gaps = Math.max(widths.length - 1, 0)
  return {
    lines,
    characters,
    blocks: card.blocks.length,
    tableWidth: widths.reduce((sum, width) => sum + width, gaps),
  }
}

/** What counts against a budget. */
export type Size = Pick<Measure, 'lines' | 'characters'>

/** Measures the parts of a card as `measure` does, each once: a card is built several times until it fits. */
export class Ruler {
  private readonly known = new Map<Block | string, Size>()

  /** Together: blocks, and sections as their lines of mrkdwn. */
  size(parts: readonly (Block | readonly string[])[]): Size {
    const sum = { lines: 0, characters: 0 }
    for (const part of parts) {
      if (!isLines(part)) this.add(sum, part)
      else for (const line of part) this.add(sum, line)
    }
    return sum
  }

  private add(sum: Size, part: Block | string): void {
    let size = this.known.get(part)
    if (!size) {
      const shown = typeof part === 'string' ? seenText({ type: 'mrkdwn', text: part }) : seenBlock(part)
      size = { lines: 0, characters: 0 }
      for (const each of shown) {
        const { lines, characters } = sizeOf(each)
        size.lines += lines
        size.characters += characters
      }
      this.known.set(part, size)
    }
    sum.lines += size.lines
    sum.characters += size.characters
  }
}

/** A section as its lines, among blocks. */
export function isLines(part: Block | readonly string[]): part is readonly string[] {
  return Array.isArray(part)
}

function sizeOf(each: Seen): Size {
  if (each.kind === 'row') return { lines: 1, characters: 0 }
  if (each.kind === 'text') return { lines: wrappedLines(each.text), characters: each.text.length }
  const shown = each.labels.map((label) => `[${label.replaceAll(' ', '\u00a0')}]`).join(' ')
  return { lines: wrappedLines(shown), characters: each.labels.join('').length }
}

/** Lines that a text takes when wrapped at words; a word longer than a line is broken. */
export function wrappedLines(text: string, width = columns): number {
  if (text.length <= width) return 1
  let lines = 1
  let used = 0
  for (let from = 0; from <= text.length; ) {
    const space = text.indexOf(' ', from)
    const word = (space < 0 ? text.length : space) - from
    from += word + 1
    const needed = used === 0 ? word : used + 1 + word
    if (needed <= width) {
      used = needed
      continue
    }
    if (used > 0) lines += 1
    lines += Math.ceil(word / width) - 1
    used = word > width ? word % width || width : word
  }
  return lines
}

function seenBlock(block: Block): Seen[] {
  switch (block.type) {
    case 'header':
      return [{ kind: 'text', text: block.text.text }]
    case 'section': {
      const texts = [...(block.text ? [block.text] : []), ...(block.fields ?? [])]
      const accessory = block.accessory ? seenElements([block.accessory]) : []
      return [...texts.flatMap(seenText), ...accessory]
    }
    case 'context':
      return block.elements.flatMap((each) => (each.type === 'image' ? [] : seenText(each)))
    case 'actions':
      return seenElements(block.elements)
    case 'table':
      return block.rows.map((row) => ({
        kind: 'row',
        cells: row.map((cell) => ('text' in cell ? String(cell.text) : '')),
      }))
    default:
      return []
  }
}

function seenText(object: { type: string; text: string }): Seen[] {
  const text = object.type === 'mrkdwn' ? visible(object.text) : object.text
  return text.split('\n').map((line) => ({ kind: 'text', text: line }))
}

function seenElements(elements: readonly Element[]): Seen[] {
  const labels = elements.map((element) => {
    if (element.type === 'button') return element.text.text
    if (element.type === 'static_select') return element.placeholder?.text ?? ''
    return '⋯'
  })
  return [{ kind: 'buttons', labels }]
}
