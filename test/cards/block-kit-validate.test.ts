import { describe, expect, it } from 'vitest'
import { limits } from '../../src/cards/block-kit/limits.ts'
import { blockSupport } from '../../src/cards/block-kit/surfaces.ts'
import { errorsOf, validateMessage, validateView } from '../../src/cards/block-kit/validate.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
const raw = (text: string) => ({ type: 'raw_text', text })
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: text ? [{ type: 'text', text }] : [] }],
})
const table = (rows: unknown[][]) => ({ type: 'table', rows })
const button = (extra: object = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...extra })
const actions = (...elements: unknown[]) => ({ type: 'actions', elements })
const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ text: plain(`O${i}`), value: `o${i}` }))
const select = (extra: object = {}) => ({ type: 'static_select', action_id: 'pick', ...extra })
const long = (length: number) => 'x'.repeat(length)
const many = <T>(count: number, item: T) => Array.from({ length: count }, () => item)
const message = (...blocks: unknown[]) => ({ text: 'fallback', blocks })
const input = (element: object, extra: object = {}) => ({
  type: 'input',
  block_id: 'in',
  label: plain('Label'),
  element,
  ...extra,
})
const modal = (...blocks: unknown[]) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks,
})

describe('validateMessage', () => {
  it('takes a full verdict card', () => {
    const card = message(
      section('*Better fit*'),
      { type: 'context', elements: [mrkdwn('5 guides'), plain('one old')] },
      table([
        [raw('Criterion'), raw('Better'), raw('Guides')],
        [rich('Real-time'), raw('A'), { type: 'raw_number', value: 5, text: '5' }],
      ]),
      { type: 'divider' },
      actions(button({ style: 'primary', value: '1' }), button({ action_id: 'more' }), {
        type: 'overflow',
        action_id: 'rest',
        options: options(5),
      }),
    )
    expect(validateMessage(card)).toEqual([])
  })

  it.each([
    { is: 'neither text nor blocks', payload: {}, pointer: '', code: 'no_text' },
    { is: 'text over 40,000', payload: { text: long(40_001) }, pointer: '/text', code: 'too_big' },
    {
      is: 'blocks that are no list',
      payload: { text: 'a', blocks: 'x' },
      pointer: '/blocks',
      code: 'invalid_type',
    },
    {
      is: '51 blocks',
      payload: message(...many(51, { type: 'divider' })),
      pointer: '/blocks',
      code: 'too_big',
    },
    {
      is: 'an unknown block',
      payload: message({ type: 'carpet' }),
      pointer: '/blocks/0/type',
      code: 'invalid_union',
    },
    {
      is: 'an unknown field',
      payload: message({ type: 'divider', colour: 'red' }),
      pointer: '/blocks/0',
      code: 'unrecognized_keys',
    },
    {
      is: 'an empty section text',
      payload: message(section('')),
      pointer: '/blocks/0/text/text',
      code: 'too_small',
    },
    {
      is: 'a section of 3001',
      payload: message(section(long(3001))),
      pointer: '/blocks/0/text/text',
      code: 'too_big',
    },
    { is: 'a bare section', payload: message({ type: 'section' }), pointer: '/blocks/0', code: 'missing' },
    {
      is: '11 fields',
      payload: message({ type: 'section', fields: many(11, mrkdwn('a')) }),
      pointer: '/blocks/0/fields',
      code: 'too_big',
    },
    {
      is: 'a field of 2001',
      payload: message({ type: 'section', fields: [mrkdwn(long(2001))] }),
      pointer: '/blocks/0/fields/0/text',
      code: 'too_big',
    },
    {
      is: 'a header of 151',
      payload: message({ type: 'header', text: plain(long(151)) }),
      pointer: '/blocks/0/text/text',
      code: 'too_big',
    },
    {
      is: '11 context elements',
      payload: message({ type: 'context', elements: many(11, plain('a')) }),
      pointer: '/blocks/0/elements',
      code: 'too_big',
    },
    { is: 'empty actions', payload: message(actions()), pointer: '/blocks/0/elements', code: 'too_small' },
    {
      is: 'a button text of 76',
      payload: message(actions(button({ text: plain(long(76)) }))),
      pointer: '/blocks/0/elements/0/text/text',
      code: 'too_big',
    },
    {
      is: 'a button value of 2001',
      payload: message(actions(button({ value: long(2001) }))),
      pointer: '/blocks/0/elements/0/value',
      code: 'too_big',
    },
    {
      is: 'a script address',
      payload: message(actions(button({ url: 'javascript:alert(1)' }))),
      pointer: '/blocks/0/elements/0/url',
      code: 'invalid_format',
    },
    {
      is: 'the same action_id twice in a block',
      payload: message(actions(button(), button())),
      pointer: '/blocks/0/elements/1/action_id',
      code: 'duplicate',
    },
    {
      is: 'the same block_id twice',
      payload: message({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' }),
      pointer: '/blocks/1/block_id',
      code: 'duplicate',
    },
    {
      is: 'six overflow options',
      payload: message(actions({ type: 'overflow', options: options(6) })),
      pointer: '/blocks/0/elements/0/options',
      code: 'too_big',
    },
    {
      is: 'an option value of 76',
      payload: message(actions(select({ options: [{ text: plain('a'), value: long(76) }] }))),
      pointer: '/blocks/0/elements/0/options/0/value',
      code: 'too_big',
    },
    {
      is: 'a select without options',
      payload: message(actions(select())),
      pointer: '/blocks/0/elements/0',
      code: 'options',
    },
    {
      is: 'a preset that is no option',
      payload: message(
        actions(select({ options: options(2), initial_option: { text: plain('X'), value: 'x' } })),
      ),
      pointer: '/blocks/0/elements/0/initial_option',
      code: 'options',
    },
    {
      is: 'an address without its text',
      payload: message(section('a'), { type: 'image', image_url: 'https://e.org/a.png' }),
      pointer: '/blocks/1/alt_text',
      code: 'invalid_type',
    },
    {
      is: 'a confirm button of 31',
      payload: message(
        actions(
          button({
            confirm: { title: plain('a'), text: plain('b'), confirm: plain(long(31)), deny: plain('d') },
          }),
        ),
      ),
      pointer: '/blocks/0/elements/0/confirm/confirm/text',
      code: 'too_big',
    },
    {
      is: 'an alert',
      payload: message({ type: 'alert', text: plain('a') }),
      pointer: '/blocks/0/type',
      code: 'surface',
    },
    {
      is: 'a container without title',
      payload: message({ type: 'container', child_blocks: [section('a')] }),
      pointer: '/blocks/0/title',
      code: 'missing',
    },
  ])('refuses $is', ({ payload, pointer, code }) => {
    expect(validateMessage(payload)).toEqual([expect.objectContaining({ pointer, code, level: 'error' })])
  })

  it.each([
    {
      is: 'an empty raw cell',
      block: table([[raw('A')], [raw('')]]),
      pointer: '/blocks/0/rows/1/0/text',
      code: 'too_small',
    },
    {
      is: 'an empty rich cell',
      block: table([[raw('A')], [rich('')]]),
      pointer: '/blocks/0/rows/1/0',
      code: 'too_small',
    },
    { is: '101 rows', block: table(many(101, [raw('a')])), pointer: '/blocks/0/rows', code: 'too_big' },
    { is: '21 cells', block: table([many(21, raw('a'))]), pointer: '/blocks/0/rows/0', code: 'too_big' },
    {
      is: 'a ragged row',
      block: table([[raw('a'), raw('b')], [raw('c')]]),
      pointer: '/blocks/0/rows/1',
      code: 'ragged_row',
    },
    {
      is: 'a data_table without caption',
      block: { type: 'data_table', rows: many(2, [raw('a')]) },
      pointer: '/blocks/0/caption',
      code: 'invalid_type',
    },
    {
      is: 'a rich header in a data_table',
      block: { type: 'data_table', caption: 'c', rows: [[rich('a')], [raw('b')]] },
      pointer: '/blocks/0/rows/0/0/type',
      code: 'invalid_value',
    },
    {
      is: '10,001 table characters',
      block: table([[raw('A')], ...many(10, [raw(long(1000))])]),
      pointer: '/blocks',
      code: 'table_characters',
    },
  ])('refuses $is', ({ block, pointer, code }) => {
    expect(errorsOf(validateMessage(message(block)))).toEqual([expect.objectContaining({ pointer, code })])
  })

  it('refuses a second table, also inside a container', () => {
    const one = table([[raw('a')], [raw('b')]])
    const nested = { type: 'container', title: plain('More'), child_blocks: [one] }
    expect(validateMessage(message(one, nested)).map((each) => each.code)).toEqual(['only_one_table_allowed'])
  })

  const points = (...labels: string[]) => labels.map((label) => ({ label, value: 1 }))
  const bars = (extra: object = {}, title = 'T') => ({
    type: 'data_visualization',
    title,
    chart: {
      type: 'bar',
      series: [{ name: 'A', data: points('x', 'y') }],
      axis_config: { categories: ['x', 'y'], y_label: 'ms' },
      ...extra,
    },
  })

  it('takes bars and a pie, two in a message and no third', () => {
    const pie = { type: 'data_visualization', title: 'P', chart: { type: 'pie', segments: points('a') } }
    expect(validateMessage(message(bars(), pie))).toEqual([])
    expect(errorsOf(validateMessage(message(bars(), pie, bars()))).map((each) => each.code)).toEqual([
      'too_big',
    ])
  })

  it.each([
    { is: 'no title', chart: bars({}, '') },
    { is: 'a title over 50', chart: bars({}, long(51)) },
    { is: 'a kind that is none', chart: bars({ type: 'radar' }) },
    { is: 'no series', chart: bars({ series: [] }) },
    {
      is: 'a name of a series over 20',
      chart: bars({ series: [{ name: long(21), data: points('x', 'y') }] }),
    },
    {
      is: 'a name of a series twice',
      chart: bars({ series: many(2, { name: 'A', data: points('x', 'y') }) }),
    },
    { is: 'labels that are no categories', chart: bars({ series: [{ name: 'A', data: points('x', 'z') }] }) },
    { is: 'a label over 20', chart: bars({ axis_config: { categories: [long(21)] } }) },
  ])('refuses a chart with $is', ({ chart }) => {
    expect(errorsOf(validateMessage(message(chart))).length).toBeGreaterThan(0)
  })

  it('refuses a chart in a modal', () => {
    expect(errorsOf(validateView(modal(bars()))).length).toBeGreaterThan(0)
  })

  it('refuses markdown blocks of more than 12,000 characters together', () => {
    const half = { type: 'markdown', text: long(6001) }
    expect(errorsOf(validateMessage(message(half, half))).map((each) => each.code)).toEqual([
      'markdown_characters',
    ])
  })

  it('warns over 11,000 characters of blocks and without fallback text', () => {
    expect(validateMessage(message(...many(4, section(long(2800)))))).toEqual([
      expect.objectContaining({ code: 'over_budget', level: 'warning', pointer: '/blocks' }),
    ])
    expect(validateMessage({ blocks: [section('a')] })).toEqual([
      expect.objectContaining({ code: 'no_fallback', level: 'warning' }),
    ])
  })

  it('warns that a table in a private message is unconfirmed', () => {
    const card = message(table([[raw('a')], [raw('b')]]))
    expect(validateMessage(card, 'private')).toEqual([
      expect.objectContaining({ code: 'surface_unconfirmed', level: 'warning' }),
    ])
  })

  it('takes a body that only deletes', () => {
    expect(validateMessage({ delete_original: true })).toEqual([])
  })
})

describe('validateView', () => {
  it('takes a modal with inputs and a Home tab without title', () => {
    const text = { type: 'plain_text_input', action_id: 'v', multiline: true, max_length: 3000 }
    expect(validateView(modal(input(text)))).toEqual([])
    expect(validateView({ type: 'home', blocks: many(100, { type: 'divider' }) })).toEqual([])
  })

  it.each([
    {
      is: 'a title of 25',
      view: { ...modal(section('a')), title: plain(long(25)) },
      pointer: '/title/text',
      code: 'too_big',
    },
    {
      is: 'no title',
      view: { type: 'modal', blocks: [section('a')] },
      pointer: '/title',
      code: 'invalid_type',
    },
    { is: '101 blocks', view: modal(...many(101, { type: 'divider' })), pointer: '/blocks', code: 'too_big' },
    {
      is: 'an input without submit',
      view: { type: 'modal', title: plain('T'), blocks: [input({ type: 'plain_text_input' })] },
      pointer: '/submit',
      code: 'missing_submit',
    },
    {
      is: 'private_metadata of 3001',
      view: { ...modal(), private_metadata: long(3001) },
      pointer: '/private_metadata',
      code: 'too_big',
    },
    {
      is: 'a table in a modal',
      view: modal(table([[raw('a')], [raw('b')]])),
      pointer: '/blocks/0/type',
      code: 'surface',
    },
    {
      is: 'a table on Home',
      view: { type: 'home', blocks: [table([[raw('a')], [raw('b')]])] },
      pointer: '/blocks/0/type',
      code: 'surface',
    },
    {
      is: 'markdown in a modal',
      view: modal({ type: 'markdown', text: 'a' }),
      pointer: '/blocks/0/type',
      code: 'surface',
    },
    {
      is: 'a number input on Home',
      view: { type: 'home', blocks: [input({ type: 'number_input', is_decimal_allowed: false })] },
      pointer: '/blocks/0/element/type',
      code: 'surface',
    },
    {
      is: 'a title on Home',
      view: { type: 'home', title: plain('T'), blocks: [] },
      pointer: '',
      code: 'unrecognized_keys',
    },
    {
      is: '11 radio options',
      view: modal(input({ type: 'radio_buttons', options: options(11) })),
      pointer: '/blocks/0/element/options',
      code: 'too_big',
    },
    { is: 'another type', view: { type: 'window', blocks: [] }, pointer: '/type', code: 'invalid_union' },
  ])('refuses $is', ({ view, pointer, code }) => {
    expect(validateView(view)).toEqual([expect.objectContaining({ pointer, code, level: 'error' })])
  })
})

describe('limits and surfaces', () => {
  it('name an address for each group', () => {
    const sources = [...Object.values(limits), ...Object.values(blockSupport)].map((each) => each.source)
    expect(sources.filter((source) => !/^https:\/\/(docs\.slack\.dev|github\.com)\//.test(source))).toEqual(
      [],
    )
  })
})
