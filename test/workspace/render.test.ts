import { describe, expect, it } from 'vitest'
import { readBlocks } from '../../src/cards/block-kit/blocks.ts'
import { missingInputs, stateValues } from '../../src/workspace/form.ts'
import { html, safeUrl } from '../../src/workspace/html.ts'
import { mrkdwn } from '../../src/workspace/mrkdwn.ts'
import { renderBlocks } from '../../src/workspace/render.ts'

const names = { user: (id: string) => `name of ${id}`, channel: (id: string) => `channel ${id}` }
const plain = (text: string) => ({ type: 'plain_text', text })

describe('html', () => {
  it('escapes every value that it did not make', () => {
    const attack = `<b a="x" c='y'>&\``
    expect(html`<p title="${attack}">${[attack, html`<i>${1}</i>`]}</p>`.safe).toBe(
      '<p title="&#60;b a=&#34;x&#34; c=&#39;y&#39;&#62;&#38;&#96;">&#60;b a=&#34;x&#34; c=&#39;y&#39;&#62;&#38;&#96;<i>1</i></p>',
    )
  })

  it('does not trust an object that looks like its own result', () => {
    expect(html`${{ safe: '<script>' }}`.safe).not.toContain('<script>')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '/path', ''])(
    'makes no link of %j',
    (address) => {
      expect(safeUrl(address)).toBeUndefined()
    },
  )
})

describe('mrkdwn', () => {
  it.each([
    { source: '*a* _b_ ~c~ `d`', shows: '<strong>a</strong> <em>b</em> <del>c</del> <code>d</code>' },
    { source: '2*3*4 snake_case_name', shows: '2*3*4 snake_case_name' },
    { source: '<@U1> <#C1|design> <!here>', shows: '@name of U1</span>' },
    { source: 'a &lt;b&gt; &amp;amp;', shows: 'a &#60;b&#62; &#38;amp;' },
    { source: '<https://e.org/?a=1&amp;b=2|[1]>', shows: 'href="https://e.org/?a=1&#38;b=2"' },
    { source: '<javascript:alert(1)|x>', shows: '<div>x</div>' },
    { source: '&gt; said\nanswer', shows: '<blockquote>said</blockquote><div>answer</div>' },
    { source: '<!date^1700000000^{time}|10:02>', shows: '10:02' },
  ])('shows $source', ({ source, shows }) => {
    expect(mrkdwn(source, names).safe).toContain(shows)
  })
})

describe('a long message', () => {
  it('is shown to its last sign', () => {
    expect(mrkdwn('`a` '.repeat(20_000), names).safe.match(/<code>a<\/code>/g)).toHaveLength(20_000)
  })
})

describe('renderBlocks', () => {
  it('gives a table column and row headers', () => {
    const rows = [
      [
        { type: 'raw_text', text: 'A' },
        { type: 'raw_text', text: 'B' },
      ],
      [
        { type: 'raw_text', text: 'c' },
        { type: 'raw_number', value: 4, text: '4' },
      ],
    ]
    const shown = renderBlocks(readBlocks([{ type: 'table', rows }]), names, 'm').safe
    expect(shown).toContain('aria-label="Table: A, B"')
    expect(shown).toContain('<th scope="row" class="align-left">c</th><td class="align-left">4</td>')
  })

  it('labels an input by its own label, hint and error', () => {
    const element = { type: 'plain_text_input', action_id: 'v', initial_value: '"hi"' }
    const shown = renderBlocks(
      readBlocks([{ type: 'input', block_id: 'b', label: plain('L'), element }]),
      names,
      'm',
    ).safe
    expect(shown).toContain('aria-labelledby="m-0-label" aria-describedby="m-0-hint m-0-error"')
    expect(shown).toContain('name="b/v"')
    expect(shown).toContain('value="&#34;hi&#34;"')
  })

  it('names an image instead of fetching it', () => {
    const blocks = readBlocks([{ type: 'image', image_url: 'https://e.org/a.png', alt_text: 'A chart' }])
    expect(renderBlocks(blocks, names, 'm').safe).toBe(
      '<figure><span class="place">Image: A chart</span></figure>',
    )
  })
})

describe('a chart', () => {
  const data = [
    { label: 'a', value: 30 },
    { label: '<b>', value: 12.5 },
  ]

  it('shows each bar with its name and its figure as sent', () => {
    const axis = { categories: ['a', '<b>'], y_label: 'ms' }
    const chart = { type: 'bar', series: [{ name: 'Wait', data }], axis_config: axis }
    const shown = renderBlocks(
      readBlocks([{ type: 'data_visualization', title: 'Waits', chart }]),
      names,
      'm',
    ).safe
    expect(shown).toContain('<figcaption>Waits <span class="quiet">(ms)</span></figcaption>')
    expect(shown).toContain(
      '<th scope="row">&#60;b&#62;</th><td><meter max="30" value="12.5" aria-label="&#60;b&#62;"></meter></td><td>12.5</td>',
    )
  })

  it('names the series of a bar where there are several', () => {
    const axis = { categories: ['a', '<b>'] }
    const chart = { type: 'bar', series: ['P', 'Q'].map((name) => ({ name, data })), axis_config: axis }
    const shown = renderBlocks(
      readBlocks([{ type: 'data_visualization', title: 'T', chart }]),
      names,
      'm',
    ).safe
    expect(shown.match(/<tr>/g)).toHaveLength(4)
    expect(shown).toContain('<th scope="row">a, Q</th>')
  })
})

describe('stateValues', () => {
  const option = (value: string) => ({ text: plain(value), value })
  const blocks = readBlocks([
    {
      type: 'input',
      block_id: 'a',
      label: plain('A'),
      element: { type: 'plain_text_input', action_id: 't' },
    },
    {
      type: 'actions',
      block_id: 'b',
      elements: [
        {
          type: 'checkboxes',
          action_id: 'c',
          options: [option('x'), option('y')],
          initial_options: [option('x')],
        },
        { type: 'static_select', action_id: 's', options: [option('x'), option('y')] },
        { type: 'button', action_id: 'go', text: plain('Go') },
      ],
    },
  ])

  it('holds initial values where nothing was given, and nothing for buttons', () => {
    expect(stateValues(blocks, { 'b/s': ['y'] })).toEqual({
      a: { t: { type: 'plain_text_input', value: null } },
      b: {
        c: { type: 'checkboxes', selected_options: [option('x')] },
        s: { type: 'static_select', selected_option: option('y') },
      },
    })
  })

  it('takes an emptied list as empty', () => {
    expect(stateValues(blocks, { 'b/c': [] }).b?.c).toEqual({ type: 'checkboxes', selected_options: [] })
  })

  it('finds the required inputs that hold nothing', () => {
    expect(Object.keys(missingInputs(blocks, stateValues(blocks, {})))).toEqual(['a'])
    expect(missingInputs(blocks, stateValues(blocks, { 'a/t': ['x'] }))).toEqual({})
  })
})
