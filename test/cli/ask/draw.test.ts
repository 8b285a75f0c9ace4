import { describe, expect, it } from 'vitest'
import { actions, button, section, smallPrint, table } from '../../../src/cards/blocks.ts'
import { drawBlocks } from '../../../src/cli/ask/draw.ts'

describe('drawBlocks', () => {
  it('draws a table in columns between the texts, and leaves buttons out', () => {
    expect(
      drawBlocks([
        section('*First.*\nBecause &lt;so&gt; <https://a.example/|[1]>'),
        table([
          ['Criterion', 'Better'],
          ['Live', 'Alpha'],
        ]),
        actions([button('why', 'Why?')]),
        smallPrint('Small'),
      ]),
    ).toBe('First.\nBecause <so> [1]\n\nCriterion  Better\nLive       Alpha\n\nSmall')
  })

  it('tells a wide table row by row, with the name of each column', () => {
    const long = 'a long cell '.repeat(8).trim()
    expect(
      drawBlocks([
        table([
          ['Criterion', 'Alpha', 'Beta'],
          ['Live', long, 'short'],
        ]),
      ]),
    ).toBe(`Live\n  Alpha: ${long}\n  Beta: short`)
  })
})
