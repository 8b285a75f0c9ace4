import { rowsOf } from '../decision/relevant-rows.ts'
import type { Overview } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'

/** The answer to names and nothing else. */
export function overview(comparison: Comparison): Overview {
  return {
    kind: 'comparison',
    comparison,
    cases: comparison.overview.cases,
    rows: rowsOf(comparison, comparison.overview.criteria),
  }
}
