/** One figure, with what the project promises for it where it promises anything. */
export interface Row {
  what: string
  value: number
  unit: 'ms' | 's' | 'MB' | '×' | 'fold' | '/s' | 'µs'
  limit?: number
  aim?: number
  /** What was measured beside it in the same run. */
  beside?: string
}

/** A ratio is better when it is larger; all else when it is smaller, growth (`fold`) too. */
function met({ value, unit, limit, aim }: Row): string {
  if (limit === undefined) return ''
  const keeps = (bound: number | undefined) =>
    bound !== undefined && (unit === '×' ? value >= bound : value <= bound)
  if (keeps(aim)) return 'aim'
  return keeps(limit) ? 'yes' : 'MISSED'
}

/** The rows as a table: figure, limit, aim, measured, met, what stood beside it. */
export function table(rows: readonly Row[]): string {
  const bound = (row: Row, value: number | undefined) =>
    value === undefined ? '' : `${row.unit === '×' ? '≥' : '≤'} ${value} ${row.unit}`
  const cells = [
    ['', 'limit', 'aim', 'measured', 'met', ''],
    ...rows.map((row) => [
      row.what,
      bound(row, row.limit),
      bound(row, row.aim),
      `${digits(row.value)} ${row.unit}`,
      met(row),
      row.beside ?? '',
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...cells.map((line) => line[at]!.length)))
  return cells
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Three digits that matter. */
export function digits(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3)
}
