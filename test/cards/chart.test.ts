import { describe, expect, it } from 'vitest'
import { errorsOf, validateMessage } from '../../src/cards/block-kit/validate.ts'
import { chartOf } from '../../src/cards/chart.ts'
import { fullTable } from '../../src/cards/full-table.ts'
import { withoutCharts, withoutTables } from '../../src/cards/plain-card.ts'
import { aContext, aTableOf } from '../support/card-fixture.ts'

const rows = [
  ['Blorp', '1,200', '4.2 ms', '48 MB'],
  ['Quix', '54,200.5', '8 ms', '52 MB'],
  ['Zanter', '7', '11.4 ms', '62 MB'],
]
const measured = aTableOf(['Tool', 'Runs/s', 'Median', 'Memory'], rows)

describe('chartOf', () => {
  it('draws the first column of figures, exact, under the title of the table', () => {
    expect(chartOf(measured)).toEqual({
      type: 'data_visualization',
      title: 'Figures',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'Runs/s',
            data: [
              { label: 'Blorp', value: 1200 },
              { label: 'Quix', value: 54200.5 },
              { label: 'Zanter', value: 7 },
            ],
          },
        ],
        axis_config: { categories: ['Blorp', 'Quix', 'Zanter'], y_label: 'Runs/s' },
      },
    })
  })

  it('names the unit of a single column beside its name', () => {
    const chart = chartOf(
      aTableOf(
        ['Tool', 'Median'],
        [
          ['a', '1 ms'],
          ['b', '2 ms'],
          ['c', '3 ms'],
        ],
      ),
    )
    expect(chart?.chart.axis_config.y_label).toBe('Median, ms')
  })

  it('groups columns of one unit', () => {
    const shares = [
      ['a', '80 of 100', '2 ms', '81 of 100'],
      ['b', '5 of 100', '3 ms', '9 of 100'],
      ['c', '1 of 100', '4 ms', '2 of 100'],
    ]
    const chart = chartOf(aTableOf(['Tool', 'Used', 'Wait', 'Liked'], shares))
    expect(chart?.chart.series.map(({ name }) => name)).toEqual(['Used', 'Liked'])
    expect(chart?.chart.axis_config.y_label).toBe('of 100')
  })

  it.each([
    {
      what: 'no figures',
      table: [
        ['a', 'good'],
        ['b', 'bad'],
        ['c', 'fair'],
      ],
    },
    {
      what: 'two rows',
      table: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    {
      what: 'units that differ',
      table: [
        ['a', '1 s'],
        ['b', '2 ms'],
        ['c', '3 ms'],
      ],
    },
    {
      what: 'a gap',
      table: [
        ['a', '1'],
        ['b', '–'],
        ['c', '3'],
      ],
    },
    {
      what: 'dates',
      table: [
        ['a', '2025-02-24'],
        ['b', '2025-03-24'],
        ['c', '2025-04-24'],
      ],
    },
    {
      what: 'ranges',
      table: [
        ['a', '1–2 ms'],
        ['b', '2–3 ms'],
        ['c', '3–4 ms'],
      ],
    },
    {
      what: 'versions',
      table: [
        ['a', '1.2.3'],
        ['b', '2.2.3'],
        ['c', '3.2.3'],
      ],
    },
    {
      what: 'one name twice',
      table: [
        ['a', '1'],
        ['a', '2'],
        ['c', '3'],
      ],
    },
    {
      what: 'a name too long',
      table: [
        ['a'.repeat(21), '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    },
  ])('draws nothing for $what', ({ table }) => {
    expect(chartOf(aTableOf(['Tool', 'Value'], table))).toBeNull()
  })

  it('is a block that Slack takes, beside the table and under its caveat', () => {
    const card = fullTable(measured, aContext())!
    expect(card.blocks.map(({ type }) => type)).toEqual(['section', 'data_visualization', 'table', 'context'])
    expect(errorsOf(validateMessage(card, 'private'))).toEqual([])
  })

  it('goes first where Slack refuses, and everywhere that takes no table', () => {
    const card = fullTable(measured, aContext())!
    const simpler = withoutCharts(card)!
    expect(simpler.blocks.map(({ type }) => type)).toEqual(['section', 'table', 'context'])
    expect(withoutCharts(simpler)).toBeNull()
    expect(withoutTables(card.blocks).map(({ type }) => type)).not.toContain('data_visualization')
  })
})
