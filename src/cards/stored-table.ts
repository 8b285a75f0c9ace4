import type { TableAnswer } from '../core/domain/answer.ts'
import { section, table } from './blocks.ts'
import { budgets, columns, tableLimits } from './budget.ts'
import type { Card, CardContext } from './card-types.ts'
import { elsewhereLines } from './elsewhere.ts'
import { fitCard, type Room, times } from './fit.ts'
import { footLines, footRow, lead } from './foot.ts'
import { escapeText } from './mrkdwn.ts'
import { type Numbering, numberSources, unlinked } from './sources.ts'
import { stateMetadata, stateOf } from './state.ts'
import { citedBy, nearTo } from './topic.ts'
import { counted } from './wording.ts'

type Cut = 'rows' | 'points'

/** The card of a stored table: what it says, its caveat, then as much of it as a phone shows. */
export function tableCard(answer: TableAnswer, context: CardContext): Card {
  const numbering = numberSources(answer)
  const asked: Room<Cut> = {
    points: answer.entry.points.length,
    rows: Math.min(answer.entry.rows.length, tableLimits.rows),
  }
  const order: Cut[] = [...times<Cut>('points', 2), ...times<Cut>('rows', 6)]
  return fitCard(budgets.table, asked, order, (room) => build(answer, context, numbering, room))
}

function build(answer: TableAnswer, context: CardContext, numbering: Numbering, room: Room<Cut>): Card {
  const { entry } = answer
  const rows = narrowRows(answer, room.rows)
  const shown = entry.points.slice(0, room.points)
  const claims = [...(entry.caveat ? [entry.caveat] : []), ...shown]
  const hidden = entry.points.length - shown.length
  const left = entry.rows.length - Math.max(rows.length - 1, 0)
  const close = [
    citedBy(answer, numbering),
    left > 0 ? `${counted(left, rows.length > 1 ? 'more row' : 'row')} in Full table` : '',
    hidden > 0 ? `+${hidden} in Why?` : '',
  ]
  const [reason] = [...(entry.caveat ? [entry.caveat] : []), ...entry.points]
  const { plain } = numbering
  const second = reason ? `${reason.text} ${plain(reason.cites)}` : citedBy(answer, unlinked(numbering))
  return {
    text: escapeText([entry.answer, second].join('\n')),
    blocks: [
      section(
        [
          lead(escapeText(entry.answer)),
          ...claims.map(({ text, cites }) => `${escapeText(text)} ${numbering.mark(cites)}`),
          close.filter(Boolean).join('. '),
        ].join('\n'),
      ),
      ...(rows.length > 1 ? [table(rows)] : []),
      ...elsewhereLines(answer),
      ...footLines(context),
      footRow(answer, context, {
        why: entry.more.length + entry.checks.length > 0 || hidden > 0,
        fullTable: true,
        share: true,
        near: nearTo(answer),
      }),
    ],
    metadata: stateMetadata(stateOf(answer)),
  }
}

/**
 * The header and first rows in as many columns as fit the width; cells are never cut, since half a figure is a wrong
 * one, and no option is shown without the others. Empty where not even two columns fit.
 */
function narrowRows({ comparison, entry }: TableAnswer, count: number): string[][] {
  if (count === 0) return []
  const names = new Set(comparison.options.map(({ name }) => name))
  const isOption = (column: string) => names.has(column)
  for (let width = Math.min(entry.columns.length, tableLimits.columns); width > 1; width -= 1) {
    if (entry.columns.slice(0, width).some(isOption) && entry.columns.slice(width).some(isOption)) continue
    const rows = [entry.columns, ...entry.rows.slice(0, count).map(({ cells }) => cells)].map((cells) =>
      Array.from({ length: width }, (_, column) => cells[column] ?? '–'),
    )
    const widths = Array.from({ length: width }, (_, column) =>
      Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    )
    if (widths.reduce((sum, each) => sum + each, width - 1) <= columns) return rows
  }
  return []
}
