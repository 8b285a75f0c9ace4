import type { Answer } from '../core/domain/answer.ts'

/** What a card may take at most: lines at 40 columns (table rows and rows of buttons count), characters outside the table. */
export interface Budget {
  lines: number
  characters: number
}

export const columns = 40
/** Line one and every label, quote and table keep these on every card. */
export const lineOne = 80
export const labelLength = 16
export const quoteLength = 40
export const tableLimits = { columns: 3, rows: 6, width: columns }

export const budgets = {
  overview: { lines: 16, characters: 450 },
  verdict: { lines: 14, characters: 450 },
  thread: { lines: 14, characters: 650 },
  topic: { lines: 9, characters: 450 },
  /** The contract names no figure for a stored table; its caveat never goes, so it has an overview's room. */
  table: { lines: 16, characters: 450 },
  ambiguous: { lines: 9, characters: 450 },
  notCovered: { lines: 5, characters: 450 },
  help: { lines: 14, characters: 450 },
} as const satisfies Record<string, Budget>

/** The budget that the first card of an answer keeps. */
export function budgetOf(answer: Answer): Budget {
  switch (answer.kind) {
    case 'verdict':
      return answer.read ? budgets.thread : budgets.verdict
    case 'comparison':
      return budgets.overview
    case 'faq':
      return budgets.topic
    case 'table':
      return budgets.table
    case 'ambiguous':
      return budgets.ambiguous
    case 'not-covered':
      return budgets.notCovered
    case 'help':
      return budgets.help
  }
}
