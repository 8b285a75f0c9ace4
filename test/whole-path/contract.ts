import { answerModal } from '../../src/cards/answer-modal.ts'
import { errorsOf, validateMessage, validateView } from '../../src/cards/block-kit/validate.ts'
import { quoteLength } from '../../src/cards/budget.ts'
import { card } from '../../src/cards/card.ts'
import type { Block, Card, CardContext, CardKnowledge } from '../../src/cards/card-types.ts'
import { fullTable } from '../../src/cards/full-table.ts'
import { readBlocks, seen } from '../../src/cards/measure.ts'
import { visible } from '../../src/cards/mrkdwn.ts'
import { plainCard } from '../../src/cards/plain-card.ts'
import { numberSources } from '../../src/cards/sources.ts'
import { sourcesModal } from '../../src/cards/sources-modal.ts'
import { tableModal } from '../../src/cards/table-modal.ts'
import { whyModal } from '../../src/cards/why-modal.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import type { Comparison } from '../../src/core/domain/comparison.ts'
import { breaches } from '../support/card-checks.ts'
import { formsOf } from '../support/card-fixture.ts'

/** Words of the engine, signs of a count that nobody made, and answers that name no condition. */
const neverSaid =
  /\b(?:grade|zone|fired|tier|confidence|scores?|percent|out of 100|it depends(?! on))\b|[%★]|\p{Extended_Pictographic}/iu
const mention = /<[@!#]/

/** Everything in which the card of an answer breaks the contract of cards, in words; `own` leaves out words of others. */
export function cardBreaches(
  knowledge: CardKnowledge,
  answer: Answer,
  context: CardContext,
  own = true,
): string[] {
  const shown = card(knowledge, answer, context)
  return [
    ...breaches(answer, shown, own),
    ...(own ? unwantedWords(readBlocks(shown.blocks)) : []),
    ...fallbackBreaches(answer, shown),
    ...rowBreaches(shown.blocks),
    ...(/^\+\d+ in Why\?$/m.test(readBlocks(shown.blocks)) ? ['a line that only counts'] : []),
    ...quoteBreaches(shown.blocks),
    ...numberingBreaches(answer, shown, context),
    ...figureBreaches(answer, `${shown.text}\n${readBlocks(shown.blocks)}`),
  ]
}

/** Everything in which what stands behind a card's buttons breaks the contract, or what Slack would refuse of it. */
export function behindBreaches(
  knowledge: CardKnowledge,
  answer: Answer,
  context: CardContext,
  own = true,
): string[] {
  const table = tableModal(answer, context)
  const views = {
    why: whyModal(knowledge, answer, context),
    sources: sourcesModal(answer, context),
    answer: answerModal(knowledge, answer, context),
    ...formsOf(knowledge, answer, context),
    ...(table ? { table } : {}),
  }
  const full = fullTable(answer, context)
  const plain = plainCard(card(knowledge, answer, context))
  return [
    ...Object.entries(views).flatMap(([name, view]) =>
      validateView(view).map(({ pointer, message }) => `${name} ${pointer}: ${message}`),
    ),
    ...(full ? validateMessage(full).map(({ pointer, message }) => `full ${pointer}: ${message}`) : []),
    ...errorsOf(validateMessage(plain)).map(({ pointer, message }) => `plain ${pointer}: ${message}`),
    ...(full ? unnumberedCells(full) : []),
    ...(mention.test(JSON.stringify([views, full, plain])) ? ['a mention behind a button'] : []),
    ...(own ? unwantedWords(readBlocks([...plain.blocks, ...(full?.blocks ?? [])])) : []),
  ]
}

/** What a table of criteria says without the number of a source behind it. */
function unnumberedCells({ blocks }: Card): string[] {
  const rows = seen(blocks).flatMap((each) => (each.kind === 'row' ? [each.cells] : []))
  if (!rows[0]?.at(-1)?.startsWith('Better by')) return []
  const said = rows.slice(1).flatMap(([, ...cells]) => cells.flatMap((cell) => cell.split(/(?<=\]), /)))
  return said.filter((each) => each !== '–' && !each.endsWith(']')).map((each) => `no source: ${each}`)
}

function unwantedWords(text: string): string[] {
  const word = neverSaid.exec(text)
  return word ? [`says ${word[0]}`] : []
}

/** Rule 2: the fallback text is line one and the first reason. */
function fallbackBreaches(answer: Answer, { text, blocks }: Card): string[] {
  const [first, reason] = visible(text).split('\n')
  const shown = seen(blocks)[0]
  const bare = answer.kind === 'faq' && answer.entry.points.length === 0
  return [
    ...(shown?.kind === 'text' && shown.text === first ? [] : [`the fallback begins with ${first}`]),
    ...(bare || reason ? [] : ['the fallback has no reason']),
  ]
}

/** Rule 5: one row of buttons, and one row of choices only where something is asked. */
function rowBreaches(blocks: readonly Block[]): string[] {
  const rows = blocks.flatMap((block, index) => (block.type === 'actions' ? [index] : []))
  const [choices] = rows
  if (rows.length > 2) return [`${rows.length} rows of buttons`]
  if (rows.length < 2 || choices === undefined) return []
  const asked = readBlocks(blocks.slice(choices - 1, choices))
  return asked.includes('?') ? [] : [`choices below ${asked}`]
}

/** Rule 7: a quote has at most 40 characters and stands on one line, and four lines of facts are the most. */
function quoteBreaches(blocks: readonly Block[]): string[] {
  const lines = seen(blocks).flatMap((each) => (each.kind === 'text' ? [each.text] : []))
  const quotes = lines.flatMap((line) =>
    [...line.matchAll(/(?:^|: )"([^"]*)"/g)].map(([, words = '']) => words),
  )
  const facts = lines.filter((line) => /^(?:Counted: )?"/.test(line))
  return [
    ...quotes.filter((words) => words.length > quoteLength).map((words) => `a quote of ${words.length}`),
    ...(facts.length > 4 ? [`${facts.length} lines of facts`] : []),
  ]
}

/** Rule 9: every mark has its source under the same number. */
function numberingBreaches(answer: Answer, { blocks }: Card, context: CardContext): string[] {
  const marked = new Set(readBlocks(blocks, false).match(/\[\d+\]/g))
  const modal = readBlocks(sourcesModal(answer, context).blocks.filter(isBlock))
  const numbers = new Set(numberSources(answer).sources.map(({ number }) => `[${number}]`))
  return [...marked]
    .filter((mark) => !numbers.has(mark) || !modal.includes(mark))
    .map((mark) => `${mark} stands in no list of sources`)
}

function isBlock(block: { type: string }): block is Block {
  return ['section', 'context', 'actions', 'table', 'header'].includes(block.type)
}

/** Rule 8: figures of a table with a caveat stand on its own card alone, and the caveat with them. */
function figureBreaches(answer: Answer, text: string): string[] {
  if (!('comparison' in answer)) return []
  return measuredTables(answer.comparison).flatMap(({ entry, caveat, figures }) => {
    const found = figures.filter((figure) => text.includes(figure))
    if (found.length === 0) return []
    if (answer.kind !== 'table' || answer.entry.entry !== entry) return [`${found[0]} without ${entry}`]
    return text.includes(caveat) ? [] : ['figures without their caveat']
  })
}

interface MeasuredTable {
  entry: string
  caveat: string
  figures: string[]
}

const measured = new WeakMap<Comparison, MeasuredTable[]>()

/** Tables whose figures have a caveat, with the cells that hold figures: "89,400", "4.2 ms". */
export function measuredTables(comparison: Comparison): MeasuredTable[] {
  const known = measured.get(comparison)
  if (known) return known
  const tables = comparison.entries.flatMap((entry): MeasuredTable[] => {
    if (entry.kind !== 'table' || !entry.caveat) return []
    const figures = entry.rows.flatMap(({ cells }) => cells.slice(1)).filter((cell) => /^\d/.test(cell))
    return [{ entry: entry.entry, caveat: entry.caveat.text.trim(), figures: [...new Set(figures)] }]
  })
  measured.set(comparison, tables)
  return tables
}
