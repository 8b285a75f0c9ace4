import { errorsOf, validateMessage } from '../../src/cards/block-kit/validate.ts'
import { budgetOf, labelLength, lineOne, tableLimits } from '../../src/cards/budget.ts'
import type { Block, Card } from '../../src/cards/card-types.ts'
import { measure, seen } from '../../src/cards/measure.ts'
import type { Answer } from '../../src/core/domain/answer.ts'

/** Words of the engine, and words that the voice avoids. */
const unwanted =
  /\b(grade|zone|entry|fired|experts?|studies|should|wins|the best|best (?:choice|fit|option)|sorry|please|confidence)\b|[!%]|\p{Extended_Pictographic}/iu

/** Everything in which a card breaks the contract, in words; empty when all is well. `own` leaves out the words of others. */
export function breaches(answer: Answer, card: Card, own = true): string[] {
  const { lines, characters, tableWidth } = measure(card)
  const budget = budgetOf(answer)
  const first = seen(card.blocks)[0]
  const text = JSON.stringify(card)
  const found = [
    lines > budget.lines && `${lines} lines, ${budget.lines} allowed`,
    characters > budget.characters && `${characters} characters, ${budget.characters} allowed`,
    tableWidth > tableLimits.width && `table of ${tableWidth} columns of text`,
    (first?.kind !== 'text' || first.text.length > lineOne) && 'line one is too long or missing',
    card.text.trim() === '' && 'no fallback text',
    /<[@!#]/.test(text) && 'a mention',
    /link_names/.test(text) && 'link_names',
    ...card.blocks.map(blockBreach),
    ...errorsOf(validateMessage(card)).map(({ pointer, message }) => `${pointer}: ${message}`),
  ]
  if (own) {
    const word = unwanted.exec(wordsOf(card.blocks))
    if (word) found.push(`unwanted: ${word[0]}`)
  }
  return found.filter((each) => typeof each === 'string')
}

function wordsOf(blocks: readonly Block[]): string {
  return seen(blocks)
    .map((each) =>
      each.kind === 'text' ? each.text : each.kind === 'row' ? each.cells.join(' ') : each.labels.join(' '),
    )
    .join('\n')
}

function blockBreach(block: Block): string | false {
  if (block.type === 'actions') {
    const labels = block.elements.flatMap((each) => (each.type === 'button' ? [each.text.text] : []))
    const menus = block.elements.filter((each) => each.type === 'overflow').length
    const long = labels.find((label) => label.length > labelLength)
    if (long !== undefined) return `label ${long} is too long`
    const unspoken = block.elements.find(
      (each) =>
        each.type === 'button' && !(each.accessibility_label ?? each.text.text).startsWith(each.text.text),
    )
    if (unspoken) return 'a button whose spoken name does not begin with its label'
    if (labels.length > (menus > 0 ? 3 : 4)) return `${labels.length} buttons in a row`
  }
  if (block.type === 'table') {
    if (block.rows.length > tableLimits.rows + 1) return `${block.rows.length - 1} rows`
    if (block.rows.some((row) => row.length > tableLimits.columns)) return 'too many columns'
  }
  const objects = block.type === 'section' ? [block.text] : block.type === 'context' ? block.elements : []
  const loose = objects.some((each) => each?.type === 'mrkdwn' && 'verbatim' in each === false)
  return loose ? `a ${block.type} without verbatim` : false
}
