import type { z } from 'zod'
import { block } from './blocks.ts'
import { limits } from './limits.ts'
import { type Fields, fields, list } from './read.ts'
import { blockSupport, elementSupport, type Surface } from './surfaces.ts'
import { view } from './views.ts'

/** One thing that Slack refuses (`error`), or that is risky or unconfirmed (`warning`), and where it stands. */
export interface Finding {
  pointer: string
  code: string
  message: string
  level: 'error' | 'warning'
}

type Report = (pointer: string, code: string, message: string, level?: Finding['level']) => void

/**
 * Checks the text and blocks of a message body (chat.postMessage, chat.update, a response_url body …) as Slack does.
 * `private` asks for the rules of ephemeral messages and response_url bodies. Empty when all is well.
 */
export function validateMessage(payload: unknown, surface: 'message' | 'private' = 'message'): Finding[] {
  const { findings, report } = collector()
  const { text, blocks, delete_original: deletes } = fields(payload)
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0
  if (text !== undefined && typeof text !== 'string') report('/text', 'invalid_type', 'text must be a string')
  else if (!text && !hasBlocks && deletes !== true) report('', 'no_text', 'text or blocks are required')
  else if (!text && hasBlocks) report('/text', 'no_fallback', 'screen readers read only text', 'warning')
  else if (text && text.length > limits.message.text) report('/text', 'too_big', tooLong(limits.message.text))
  if (blocks !== undefined) checkBlocks(blocks, surface, limits.message.blocks, report)
  if (hasBlocks && JSON.stringify(blocks).length > limits.budget.characters) {
    const message = `all blocks together should stay within ${limits.budget.characters} characters`
    report('/blocks', 'over_budget', message, 'warning')
  }
  return findings
}

/** Checks a modal or Home view as Slack does. Empty when all is well. */
export function validateView(payload: unknown): Finding[] {
  const { findings, report } = collector()
  const parsed = view.safeParse(payload)
  if (!parsed.success) reportIssues(parsed.error, '', report)
  const { type, blocks, submit } = fields(payload)
  const surface = type === 'home' ? 'home' : 'modal'
  if (Array.isArray(blocks)) {
    checkBlocks(blocks, surface, limits.view.blocks, report)
    const hasInput = blocks.some((each) => fields(each).type === 'input')
    if (surface === 'modal' && hasInput && submit === undefined) {
      report('/submit', 'missing_submit', 'a modal with an input needs submit')
    }
  }
  return findings
}

/** The findings for which Slack would refuse the payload. */
export function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.level === 'error')
}

function collector(): { findings: Finding[]; report: Report } {
  const findings: Finding[] = []
  return {
    findings,
    report: (pointer, code, message, level = 'error') => findings.push({ pointer, code, message, level }),
  }
}

function checkBlocks(blocks: unknown, surface: Surface, max: number, report: Report): void {
  if (!Array.isArray(blocks)) {
    report('/blocks', 'invalid_type', 'blocks must be an array')
    return
  }
  if (blocks.length > max) report('/blocks', 'too_big', `at most ${max} blocks`)
  const seen = new Set<string>()
  for (const [index, each] of blocks.entries()) {
    const pointer = `/blocks/${index}`
    const parsed = block.safeParse(each)
    if (!parsed.success) reportIssues(parsed.error, pointer, report)
    checkBlock(fields(each), pointer, surface, seen, report)
  }
  checkMessageTotals(blocks, report)
}

function checkBlock(
  item: Fields,
  pointer: string,
  surface: Surface,
  seen: Set<string>,
  report: Report,
): void {
  const type = String(item.type)
  const support = blockSupport[type]?.[surface]
  if (support === 'no') report(`${pointer}/type`, 'surface', `${type} cannot stand in a ${surface}`)
  if (support === 'unknown') {
    report(
      `${pointer}/type`,
      'surface_unconfirmed',
      `${type} is unconfirmed in a ${surface} message`,
      'warning',
    )
  }
  if (typeof item.block_id === 'string') {
    if (seen.has(item.block_id))
      report(`${pointer}/block_id`, 'duplicate', `block_id ${item.block_id} is taken`)
    seen.add(item.block_id)
  }
  if (type === 'section' && item.text === undefined && item.fields === undefined) {
    report(pointer, 'missing', 'a section needs text or fields')
  }
  if (type === 'container' && item.title === undefined && item.rich_text_title === undefined) {
    report(`${pointer}/title`, 'missing', 'a container needs title or rich_text_title')
  }
  checkElements(item, pointer, surface, report)
  checkRows(item, pointer, report)
  for (const [index, child] of list(item.child_blocks).entries()) {
    checkBlock(fields(child), `${pointer}/child_blocks/${index}`, surface, seen, report)
  }
}

function checkElements(item: Fields, pointer: string, surface: Surface, report: Report): void {
  const holders: [string, unknown][] = [
    ...list(item.elements).map((each, index): [string, unknown] => [`${pointer}/elements/${index}`, each]),
    [`${pointer}/accessory`, item.accessory],
    [`${pointer}/element`, item.element],
  ]
  const seen = new Set<string>()
  for (const [at, each] of holders) {
    const element = fields(each)
    const type = String(element.type)
    if (elementSupport[type]?.[surface] === 'no') {
      report(`${at}/type`, 'surface', `${type} cannot stand in a ${surface}`)
    }
    if (typeof element.action_id === 'string') {
      if (seen.has(element.action_id))
        report(`${at}/action_id`, 'duplicate', `action_id ${element.action_id} is taken`)
      seen.add(element.action_id)
    }
    if (
      type.endsWith('static_select') &&
      (element.options === undefined) === (element.option_groups === undefined)
    ) {
      report(at, 'options', 'give either options or option_groups')
    }
    checkInitial(element, at, report)
  }
}

/** Slack refuses a preset that is not, to the letter, one of the options. */
function checkInitial(element: Fields, at: string, report: Report): void {
  const groups = list(element.option_groups).flatMap((group) => list(fields(group).options))
  const known = new Set([...list(element.options), ...groups].map(optionKey))
  const presets: [string, unknown][] = [
    ...(element.initial_option === undefined
      ? []
      : [['initial_option', element.initial_option] as [string, unknown]]),
    ...list(element.initial_options).map((each, i): [string, unknown] => [`initial_options/${i}`, each]),
  ]
  for (const [name, preset] of presets) {
    if (!known.has(optionKey(preset)))
      report(`${at}/${name}`, 'options', 'the preset is not one of the options')
  }
}

function optionKey(option: unknown): string {
  const { value, text, description } = fields(option)
  return JSON.stringify([value, fields(text).type, fields(text).text, fields(description).text])
}

function checkRows(item: Fields, pointer: string, report: Report): void {
  if (!isTable(item)) return
  const rows = list(item.rows)
  const width = list(rows[0]).length
  for (const [index, row] of rows.entries()) {
    const cells = list(row)
    // Slack documents equal rows for data_table only; a ragged table has no sound reading either.
    if (cells.length !== width)
      report(`${pointer}/rows/${index}`, 'ragged_row', `the header has ${width} cells`)
    for (const [column, cell] of cells.entries()) {
      const at = `${pointer}/rows/${index}/${column}`
      const { type } = fields(cell)
      if (type === 'rich_text' && cellLength(cell) === 0) report(at, 'too_small', 'a cell needs a character')
      if (type === 'rich_text' && index === 0 && item.type === 'data_table') {
        report(`${at}/type`, 'invalid_value', 'a header cell cannot be rich_text')
      }
    }
  }
}

function checkMessageTotals(blocks: readonly unknown[], report: Report): void {
  const all = blocks.map(fields).flatMap((each) => [each, ...list(each.child_blocks).map(fields)])
  const tables = all.filter(isTable)
  if (tables.length > limits.table.perMessage) {
    report('/blocks', 'only_one_table_allowed', 'a message holds one table or data_table')
  }
  const cells = tables.flatMap((table) => list(table.rows).flatMap(list))
  const characters = cells.reduce<number>((sum, cell) => sum + cellLength(cell), 0)
  if (characters > limits.table.characters) {
    report('/blocks', 'table_characters', `tables hold at most ${limits.table.characters} characters`)
  }
  const markdown = all.filter((each) => each.type === 'markdown')
  if (markdown.reduce((sum, each) => sum + String(each.text).length, 0) > limits.markdown.characters) {
    report(
      '/blocks',
      'markdown_characters',
      `markdown holds at most ${limits.markdown.characters} characters`,
    )
  }
  const charts = all.filter((each) => each.type === 'data_visualization')
  if (charts.length > limits.chart.perMessage)
    report('/blocks', 'too_big', `at most ${limits.chart.perMessage} charts`)
}

function isTable(item: Fields): boolean {
  return item.type === 'table' || item.type === 'data_table'
}

function cellLength(cell: unknown): number {
  const { text, elements } = fields(cell)
  if (typeof text === 'string') return text.length
  return list(elements).reduce<number>((sum, each) => sum + cellLength(each), 0)
}

/** Reports a zod error's issues, each at its own pointer under `base`. */
function reportIssues(error: z.ZodError, base: string, report: Report): void {
  for (const issue of error.issues) {
    const pointer =
      base + issue.path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
    report(pointer, issue.code, issue.message)
  }
}

function tooLong(max: number): string {
  return `at most ${max} characters`
}
