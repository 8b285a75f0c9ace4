import type { Agreement } from '../core/domain/answer.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Criterion } from '../core/domain/entry.ts'
import { columns, tableLimits } from './budget.ts'
import { escapeText } from './mrkdwn.ts'
import { onceForAll } from './once.ts'
import type { Marks } from './sources.ts'
import { bothFit, pickName } from './wording.ts'

interface Voices {
  count: number
  says: string
  guides: string[]
}

/**
 * The guides column, longest first: "4 of 5, 1 mixed, 1 silent", then without the silent, then with all dissent
 * as one figure, then the count alone. A split names the options, "2 Alpha, 2 Beta", or says "4 differ".
 */
function agreementCells(comparison: Comparison, agreement: Agreement): string[] {
  const dissent = dissenters(comparison, agreement)
  const silent = agreement.silent.length > 0 ? [`${agreement.silent.length} silent`] : []
  const said = dissent.map(({ count, says }) => `${count} ${says}`)
  if (agreement.winner === 'split') {
    const options = said.slice(0, agreement.against.length).join(', ')
    return [[...said, ...silent].join(', '), said.join(', '), options, `${agreement.speaking} differ`].filter(
      Boolean,
    )
  }
  const base = `${agreement.forIt.length} of ${agreement.speaking}`
  const others = dissent.reduce((sum, { count }) => sum + count, 0)
  return [
    [base, ...said, ...silent].join(', '),
    [base, ...said].join(', '),
    ...(others > 0 ? [`${base}, ${others} not`] : []),
    base,
  ]
}

/** "Guides: Alpha 4 of 5 [1][2][4][5], 1 mixed [3], 1 silent", as escaped mrkdwn; `short` leaves out the silent. */
export function agreementLine(
  comparison: Comparison,
  agreement: Agreement,
  numbering: Marks,
  short = false,
): string {
  const parts = dissenters(comparison, agreement).map(
    ({ count, says, guides }) => `${count} ${escapeText(says)} ${numbering.mark(guides)}`,
  )
  if (agreement.winner !== 'split') {
    const name = escapeText(winnerName(comparison, agreement))
    const count = `${agreement.forIt.length} of ${agreement.speaking}`
    parts.unshift(`${name} ${count} ${numbering.mark(agreement.forIt)}`)
  } else if (agreement.against.length > 0) parts.unshift('split')
  if (!short && agreement.silent.length > 0) parts.push(`${agreement.silent.length} silent`)
  return `Guides: ${parts.join(', ')}`
}

/** The cells of each agreement of a comparison: every table has the same few. */
const cellsOf = onceForAll((comparison: Comparison) =>
  onceForAll((agreement: Agreement) => agreementCells(comparison, agreement)),
)

/** What stands in the "Better" column: an option's name, "split", "both fit", "neither", or "no pick" where none is named. */
function winnerName(comparison: Comparison, agreement: Agreement): string {
  if (agreement.winner === 'split' && agreement.against.length === 0) return 'no pick'
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
  if (room < 'Guides'.length) return names.map((name, index) => [name, winners[index] ?? ''])
  return [
    ['Criterion', 'Better', 'Guides'],
    ...shown.map(({ criterion, agreement }) => [
      criterion.short,
      winnerName(comparison, agreement),
      cells(agreement).find((cell) => cell.length <= room) ?? tightest(agreement),
    ]),
  ]
}

function tightest({ winner, forIt, speaking }: Agreement): string {
  return winner === 'split' ? '–' : `${forIt.length}/${speaking}`
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length))
}

function dissenters(comparison: Comparison, agreement: Agreement): Voices[] {
  return [
    ...agreement.against.map(({ option, guides }) => ({ says: pickName(comparison, option), guides })),
    { says: 'mixed', guides: agreement.mixed },
    { says: 'no pick', guides: agreement.open },
  ]
    .filter(({ guides }) => guides.length > 0)
    .map((each) => ({ ...each, count: each.guides.length }))
}
