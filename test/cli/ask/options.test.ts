import { delimiter } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOptions, UsageError, usage } from '../../../src/cli/ask/options.ts'

describe('readOptions', () => {
  it('joins the words of a question that came without quotes', () => {
    expect(readOptions(['node', 'or', 'python?', '--json'])).toMatchObject({
      mode: 'question',
      text: 'node or python?',
      json: true,
    })
  })

  it('takes several folders of knowledge, in their order', () => {
    expect(readOptions(['q', '--knowledge', 'a', '--knowledge', 'b'])).toMatchObject({
      knowledge: ['a', 'b'].join(delimiter),
    })
  })

  it.each([
    { args: ['--jsonl', '--blocks', '--as-of', '2026-01-31'], mode: 'lines' },
    { args: ['--replay', 'id', '--json'], mode: 'replay' },
    { args: ['--help', 'question'], mode: 'help' },
    { args: ['-h'], mode: 'help' },
  ])('reads $args as $mode', ({ args, mode }) => {
    expect(readOptions(args).mode).toBe(mode)
  })

  it.each([
    { args: [], says: 'No question' },
    { args: ['  '], says: 'No question' },
    { args: ['--json'], says: 'No question' },
    { args: ['--zebra', 'q'], says: "Unknown option '--zebra'" },
    { args: ['q', '--replay'], says: '--replay' },
    { args: ['q', '--as-of', '2026-02-30'], says: '--as-of takes a day' },
    { args: ['q', '--as-of', 'today'], says: '--as-of takes a day' },
    { args: ['q', '--blocks'], says: '--blocks belongs to objects' },
    { args: ['q', '--json', '--more'], says: 'leave out --more' },
    { args: ['q', '--jsonl'], says: '--jsonl reads questions from its input' },
    { args: ['--json', '--jsonl'], says: 'give one of them' },
    { args: ['--replay', 'id', 'q'], says: '--replay takes an id alone' },
    { args: ['--replay', 'id', '--as-of', '2026-01-31'], says: '--replay brings its own day' },
    { args: ['q', '--knowledge', ''], says: '--knowledge needs a folder' },
  ])('refuses $args', ({ args, says }) => {
    expect(() => readOptions(args)).toThrow(UsageError)
    expect(() => readOptions(args)).toThrow(says)
  })

  it('explains every option that it reads', () => {
    for (const option of ['more', 'json', 'jsonl', 'blocks', 'replay', 'as-of', 'knowledge', 'help'])
      expect(usage).toContain(`--${option} `)
  })
})
