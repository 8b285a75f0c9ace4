import { describe, expect, it } from 'vitest'
import { actions, button, menu, section, table } from '../../src/cards/blocks.ts'
import { measure, readBlocks, wrappedLines } from '../../src/cards/measure.ts'
import { cut, link, quote, visible } from '../../src/cards/mrkdwn.ts'
import { dateWords, isOld } from '../../src/cards/wording.ts'
import type { Source } from '../../src/core/domain/source.ts'

describe('measuring', () => {
  it.each([
    { text: 'x'.repeat(40), lines: 1 },
    { text: 'x'.repeat(41), lines: 2 },
    { text: `${'x'.repeat(30)} ${'y'.repeat(10)}`, lines: 2 },
    { text: `${'x'.repeat(30)} ${'y'.repeat(9)}`, lines: 1 },
    { text: 'x'.repeat(81), lines: 3 },
    { text: '', lines: 1 },
  ])('wraps $text.length characters in $lines lines', ({ text, lines }) => {
    expect(wrappedLines(text)).toBe(lines)
  })

  it('counts what is seen: labels of links, rows of a table, rows of buttons', () => {
    const blocks = [
      section(`*Line one* ${link('https://very.long.example/address', '[1]')}\nA &amp; B`),
      table([
        ['Criterion', 'Better'],
        ['Speed', 'Blorp'],
      ]),
      actions([
        button('a', 'Sixteen letters!'),
        button('b', 'Sixteen letters!'),
        button('c', 'Why?'),
        menu([{ label: 'x', value: 'y' }]),
      ]),
    ]
    expect(measure({ blocks })).toEqual({ lines: 6, characters: 54, blocks: 3, tableWidth: 16 })
    expect(readBlocks(blocks)).toBe(
      'Line one [1]\nA & B\nCriterion  Better\nSpeed  Blorp\n[Sixteen letters!] [Sixteen letters!] [Why?] [⋯]',
    )
    expect(readBlocks(blocks, false)).not.toContain('Why?')
  })
})

describe('words in mrkdwn', () => {
  it('are quoted in one line, cut at a word, with nothing left that formats', () => {
    expect(quote('we *really* need `this` & <that>', 60)).toBe('"we ∗really∗ need ˋthisˋ &amp; &lt;that&gt;"')
    expect(quote('say "it"\n twice')).toBe('"say \'it\' twice"')
    expect(quote('snake_case and _it_')).toBe('"snake_case and ˍitˍ"')
    expect(cut('one two three four', 12)).toBe('one two…')
    expect([...cut('👩‍🚀'.repeat(30), 10)].length).toBeLessThanOrEqual(10)
  })

  it('keep a link whole whatever its address holds', () => {
    expect(link('https://a.example/x|y>z?a=1&b=2', '[1]')).toBe(
      '<https://a.example/x%7Cy%3Ez?a=1&amp;b=2|[1]>',
    )
    expect(visible('<https://a.example|[1]> *bold* &lt;x&gt;')).toBe('[1] bold <x>')
  })
})

describe('dates', () => {
  const source = (date: string): Source => ({
    id: 'a',
    title: 'a',
    publisher: 'a',
    date,
    grade: 'report',
    interest: 'a',
  })

  it.each([
    { date: '2025-05-20', old: false },
    { date: '2025-04', old: true },
    { date: '2025', old: false },
    { date: '2024', old: true },
  ])('on 20 Nov 2026 $date is old: $old', ({ date, old }) => {
    expect(isOld(source(date), '2026-11-20')).toBe(old)
  })

  it('read as month and year, or as the year alone', () => {
    expect([dateWords('2026-04-14'), dateWords('2026-04'), dateWords('2026')]).toEqual([
      'Apr 2026',
      'Apr 2026',
      '2026',
    ])
  })
})
