import { isOfOption } from '../domain/fact-kind.ts'
import type { Parsed } from './parse.ts'
import { type Statement, startOf } from './statement.ts'

const BOX = /\[([ x✓]?)\]|(☐|⬜|:white_large_square:)|(?:☑|✅|:white_check_mark:|:ballot_box_with_check:)/g

/** "[x] admin panel [ ] live chat": beside a ticked box a need behind an empty one is not needed. */
export function correctBoxes(parsed: Parsed, statements: readonly Statement[]): readonly Statement[] {
  if (statements.length === 0) return statements
  const { folded } = parsed
  const boxes = [...folded.matchAll(BOX)].map(({ index, 0: box, 1: mark, 2: sign }) => ({
    from: index + box.length,
    empty: sign !== undefined || mark === '' || mark === ' ',
  }))
  if (boxes.every(({ empty }) => empty)) return statements
  return statements.map((statement) => {
    const at = startOf(parsed, statement)
    const box = boxes.findLast(({ from }) => from <= at)
    if (!box?.empty || folded.slice(box.from, at).includes('\n') || isOfOption(statement.id)) return statement
    const { reason: _, ...plain } = statement
    return { ...plain, value: 'no' }
  })
}
