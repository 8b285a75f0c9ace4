import { describe, expect, it } from 'vitest'
import type { Changed } from '../../../src/cli/knowledge/diff.ts'
import { diffLines } from '../../../src/cli/knowledge/diff-report.ts'

const verdict: Changed = { text: 'left?', before: 'verdict left in a', now: 'verdict right in a' }
const topic: Changed = { text: 'what is left?', before: 'faq/left of a', now: 'not covered' }

function markdown(changed: Changed[], ref = 'main'): string {
  return diffLines(changed, { ref, asked: 99, format: 'markdown' }).join('\n')
}

describe('diffLines as Markdown', () => {
  it('is a table that begins with verdicts, under a mark and a count', () => {
    expect(markdown([topic, verdict])).toBe(
      [
        '<!-- stack-verdict knowledge diff -->',
        '### What this change answers differently',
        '',
        '2 of 99 regression questions, 1 of them with a verdict, since `main`.',
        '',
        '| Question | Before | Now |',
        '| --- | --- | --- |',
        '| left? | verdict left in a | verdict right in a |',
        '| what is left? | faq/left of a | not covered |',
      ].join('\n'),
    )
  })

  it('says so where nothing changes', () => {
    expect(markdown([])).toMatch(
      /^<!-- .* -->\n###[^\n]*\n\nNothing: all 99 regression questions are answered/,
    )
  })

  it('keeps every row three cells wide, whatever a question holds', () => {
    const text = 'a|b `c` *d*\n[e](http://x) <img> @team #12 \\| & ~'
    const row =
      markdown([{ ...verdict, text }])
        .split('\n')
        .at(-1) ?? ''
    expect(row.replace(/\\[\\|]/g, '').match(/\|/g)).toHaveLength(4)
    expect(row).not.toMatch(/[<>@]|[^&]#\d|(?<!\\)[`*[\]]/)
  })

  it('cuts a long question and a long list, and says how many are left', () => {
    const many = Array.from({ length: 73 }, () => ({ ...verdict, text: 'word '.repeat(100) }))
    const lines = markdown(many).split('\n')
    expect(lines.filter((line) => line.startsWith('| word'))).toHaveLength(50)
    expect(lines.at(-1)).toMatch(/^23 more: /)
    expect(markdown(many).length).toBeLessThan(65_536 / 2)
  })

  it('names a commit by twelve digits', () => {
    expect(markdown([], '0123456789abcdef0123456789abcdef01234567')).toContain('at `0123456789ab`.')
  })
})

describe('diffLines as JSON', () => {
  it('is one object', () => {
    const [text = ''] = diffLines([topic], { ref: 'main', asked: 99, format: 'json' })
    expect(JSON.parse(text)).toEqual({ ref: 'main', asked: 99, changed: [topic] })
  })
})
