import type { Agreement } from '../core/domain/answer.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Criterion } from '../core/domain/entry.ts'
import { onceForAll } from '../core/once.ts'
import { columns, tableLimits } from './budget.ts'
import { escapeText } from './mrkdwn.ts'
import type { Marks } from './sources.ts'
import { bothFit, capitalized, pickName } from './wording.ts'

interface Voices {
  count: number
  says: string
  guides: string[]
}

/**
 * The guides column, longest first: "4 of 5, 1 mixed": who says so out of all guides, then who speaks otherwise; the
 * silent are what is left. With less room those that name nobody go, then all dissent becomes one figure, "2 differ"
 * or, shorter, "2 not". A split names the options, "2 Alpha, 2 Beta", or says "4 differ".
 */
function agreementCells(comparison: Comparison, agreement: Agreement): string[] {
  const dissent = dissenters(comparison, agreement)
  const said = dissent.map(({ count, says }) => `${count} ${says}`)
  const open = unnamed(agreement).map(({ count, says }) => `${count} ${says}`)
  if (isSplit(agreement)) {
    const options = said.slice(0, agreement.against.length).join(', ')
    return [[...said, ...open].join(', '), said.join(', '), options, `${agreement.speaking} differ`]
  }
  const base = counted(agreement)
  const others = dissent.reduce((sum, { count }) => sum + count, 0)
  return [
    [base, ...said, ...open].join(', '),
    [base, ...said].join(', '),
    ...(others > 0 ? [`${base}, ${others} differ${others === 1 ? 's' : ''}`, `${base}, ${others} not`] : []),
    base,
  ]
}

/** "Guides: Alpha 4 of 5 [1][2][4][5], 1 mixed [3]", as escaped mrkdwn; `silent` adds those that do not speak. */
export function agreementLine(
  comparison: Comparison,
  agreement: Agreement,
  numbering: Marks,
  { silent = false } = {},
): string {
  const others = [
    ...dissenters(comparison, agreement),
    ...unnamed(agreement),
    ...(silent ? [voices('silent', agreement.silent)] : []),
  ]
  const parts = others
    .filter(({ count }) => count > 0)
    .map(({ count, says, guides }) => `${count} ${escapeText(says)} ${numbering.mark(guides)}`)
  if (isSplit(agreement)) parts.unshift('split')
  else {
    const name = escapeText(winnerName(comparison, agreement))
    parts.unshift(`${name} ${counted(agreement)} ${numbering.mark(namers(agreement))}`)
  }
  return `${capitalized(comparison.voices.many)}: ${parts.join(', ')}`
}

/** "4 of 5": who says so, out of all guides. */
function counted(agreement: Agreement): string {
  return `${namers(agreement).length} of ${total(agreement)}`
}

function total({ speaking, silent }: Agreement): number {
  return speaking + silent.length
}

/** The guides that say what stands in the "Better" column. */
function namers(agreement: Agreement): string[] {
  return namesNobody(agreement) ? [...agreement.mixed, ...agreement.open].sort() : agreement.forIt
}

/** Options are named, and none by most. */
function isSplit({ winner, against }: Agreement): boolean {
  return winner === 'split' && against.length > 0
}

function namesNobody({ winner, against }: Agreement): boolean {
  return winner === 'split' && against.length === 0
}

/** The cells of each agreement of a comparison: every table has the same few. */
const cellsOf = onceForAll((comparison: Comparison) =>
  onceForAll((agreement: Agreement) => agreementCells(comparison, agreement)),
)

/** What stands in the "Better" column: an option's name, "split", "both fit", "neither", or "no pick" where none is named. */
function winnerName(comparison: Comparison, agreement: Agreement): string {
  if (namesNobody(agreement)) return 'no pick'
  if (agreement.winner === 'both') return bothFit(comparison)
  return pickName(comparison, agreement.winner)
}

/** Rows of the card's table under their header: criterion, better fit, guides; every row within the width. */
export function criterionRows(
  comparison: Comparison,
  rows: readonly { criterion: Criterion; agreement: Agreement }[],
): string[][] {
  const shown = rows.slice(0, tableLimits.rows)
  const names = ['Criterion', ...shown.map(({ criterion }) => criterion.short)]
  const winners = ['Better', ...shown.map(({ agreement }) => winnerName(comparison, agreement))]
  const cells = cellsOf(comparison)
  const room = columns - 2 - widest(names) - widest(winners)
  // Two long names leave no room for a third column; the full table has it.
  const title = capitalized(comparison.voices.many)
  if (room < title.length) return names.map((name, index) => [name, winners[index] ?? ''])
  return [
    ['Criterion', 'Better', title],
    ...shown.map(({ criterion, agreement }) => [
      criterion.short,
      winnerName(comparison, agreement),
      cells(agreement).find((cell) => cell.length <= room) ?? tightest(agreement),
    ]),
  ]
}

function tightest(agreement: Agreement): string {
  return isSplit(agreement) ? '–' : `${namers(agreement).length}/${total(agreement)}`
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length))
}

/** Who names another option, and for whom it depends. */
function dissenters(comparison: Comparison, agreement: Agreement): Voices[] {
  if (namesNobody(agreement)) return []
  return [
    ...agreement.against.map(({ option, guides }) => voices(pickName(comparison, option), guides)),
    voices('mixed', agreement.mixed),
  ].filter(({ count }) => count > 0)
}

/** Who speaks without naming one, where others do name one. */
function unnamed(agreement: Agreement): Voices[] {
  const found = voices('no pick', agreement.open)
  return namesNobody(agreement) || found.count === 0 ? [] : [found]
}

function voices(says: string, guides: string[]): Voices {
  return { count: guides.length, says, guides }
}
