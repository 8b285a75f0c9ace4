import { describe, expect, it } from 'vitest'
import { plainText, tableText } from '../../src/slack/text.ts'
import { growth } from '../support/growth.ts'

describe('plainText', () => {
  it.each([
    ['<@UBOT> what fits?', 'what fits?'],
    ['<@UBOT|stack> what fits?', 'what fits?'],
    ['ask <@UANA|ana> or <@UBEN>', 'ask @ana or @someone'],
    ['in <#C1|design> and <#C2>', 'in #design and #channel'],
    ['<!here> and <!subteam^S1|@team> at <!date^1^{time}|10:02>', 'and @team at 10:02'],
    [
      '<https://a.example|docs> <https://b.example> <mailto:a@b.example>',
      'docs https://b.example a@b.example',
    ],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['two  spaces\nand lines', 'two spaces\nand lines'],
  ])('reads %j as %j', (slack, plain) => {
    expect(plainText(slack, 'UBOT')).toBe(plain)
  })

  it('takes time in proportion to the length', () => {
    const grown = growth('<', { short: 5_000, long: 40_000, hopeless: 4.5 }, (long) =>
      plainText(long, 'UBOT'),
    )
    expect(grown).toBeLessThan(3)
  })
})

describe('tableText', () => {
  it('reads plain, number and rich cells, a line per row', () => {
    const rich = { type: 'rich_text', elements: [{ elements: [{ text: 'Bl' }, { text: 'ip' }] }] }
    const rows = [
      [{ type: 'raw_text', text: 'Name' }, rich],
      [
        { type: 'raw_number', value: 3 },
        { type: 'raw_text', text: 'x' },
      ],
    ]
    expect(
      tableText([
        {
          blocks: [
            { type: 'table', rows },
            { type: 'section', text: { text: 'no' } },
          ],
        },
      ]),
    ).toBe('Name | Blip\n3 | x')
  })

  it.each([
    { is_msg_unfurl: true, from_url: 'https://a.example/archives/C1/p1' },
    { is_share: true },
    { original_url: 'https://a.example' },
  ])('leaves out a table that is quoted: %j', (marks) => {
    const rows = [[{ type: 'raw_text', text: 'Name' }]]
    expect(tableText([{ ...marks, blocks: [{ type: 'table', rows }] }])).toBe('')
  })

  it.each([[[null]], [['text']], [[{ blocks: 'none' }]], [[{ blocks: [{ type: 'table' }] }]]])(
    'reads %j as nothing',
    (attachments) => {
      expect(tableText(attachments)).toBe('')
    },
  )
})
