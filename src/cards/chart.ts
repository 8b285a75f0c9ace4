import type { TableAnswer } from '../core/domain/answer.ts'
import { limits } from './block-kit/limits.ts'
import type { ChartBlock } from './card-types.ts'

const { chart: most } = limits
/** Two bars say no more than two figures. */
const fewestRows = 3

/** Figures of one column in one unit: "4.2 ms", "89,400", "80 of 100". */
interface Measured {
  name: string
  unit: string
  values: number[]
}

/**
 * The bars of a stored table: its first column names them, the first column of figures and those of the same unit are
 * drawn. Null where a table holds no such column, two rows have one name, or a name does not fit. The figures themselves
 * stand in the table beside it.
 */
export function chartOf({ entry }: Pick<TableAnswer, 'entry'>): ChartBlock | null {
  const { title, columns, rows } = entry
  const names = rows.map(({ cells }) => cells[0] ?? '')
  const drawable =
    rows.length >= fewestRows &&
    rows.length <= most.points &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= most.label)
  if (!drawable || title.length > most.title) return null
  const measured = columns.flatMap((name, column) => {
    if (column === 0) return []
    return measuredColumn(
      name,
      rows.map(({ cells }) => cells[column] ?? ''),
    )
  })
  const [first, ...others] = measured
  if (!first) return null
  // A bare number has its unit in its column's name, which no other column shares.
  const same = first.unit === '' ? [] : others.filter(({ unit }) => unit === first.unit)
  const series = [first, ...same].slice(0, most.series)
  const axis = series.length > 1 ? first.unit : [first.name, first.unit].filter(Boolean).join(', ')
  if (axis.length > most.axis || series.some(({ name }) => name.length > most.label)) return null
  return {
    type: 'data_visualization',
    title,
    chart: {
      type: 'bar',
      series: series.map(({ name, values }) => ({
        name,
        data: values.map((value, row) => ({ label: names[row] ?? '', value })),
      })),
      axis_config: { categories: names, y_label: axis },
    },
  }
}

/** A column of nothing but figures of one unit. */
function measuredColumn(name: string, cells: readonly string[]): Measured[] {
  const figures = cells.map((cell) => /^(\d[\d,]*(?:\.\d+)?)(?: ?([\p{L}%/][^\d]*|of \d+))?$/u.exec(cell))
  const units = new Set(figures.map((figure) => figure?.[2] ?? ''))
  if (figures.includes(null) || units.size !== 1) return []
  const values = figures.map((figure) => Number(figure?.[1]?.replaceAll(',', '')))
  return [{ name, unit: [...units].join(''), values }]
}
