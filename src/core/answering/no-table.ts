import type { NotCovered } from '../domain/answer.ts'
import type { Engine } from '../engine.ts'

/** The answer to a table that does not exist, or to "tables" alone: the tables there are. */
export function noTable(engine: Engine, asked: string | null): NotCovered {
  const known = engine.comparisons.flatMap(({ comparison }) =>
    comparison.entries
      .filter(({ kind }) => kind === 'table')
      .map(({ entry, id }) => ({ comparison, entry, id })),
  )
  return {
    kind: 'not-covered',
    subject: null,
    named: null,
    covered: engine.covered,
    nearest: [],
    tables: { asked, known },
  }
}
