import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/cli/ask/read-line.ts'

const read = (value: unknown) =>
  readLine(typeof value === 'string' ? value : JSON.stringify(value), '2026-11-21', '/stack')

describe('readLine', () => {
  it('reads a question', () => {
    expect(read({ text: 'node or python?', id: 7 })).toEqual({
      ok: true,
      question: { text: 'node or python?', asOf: '2026-11-21' },
    })
  })

  it('reads a discussion whose last message asks', () => {
    const messages = [
      { user: 'ana', text: '@ben hi' },
      { user: 'ben', text: '@stack which?' },
    ]
    expect(read({ messages })).toEqual({
      ok: true,
      question: {
        text: 'which?',
        asOf: '2026-11-21',
        thread: [{ text: '@ben hi', author: 'ana', authorId: 'ana' }],
      },
    })
  })

  it.each([
    { text: '<@U123> which?' },
    { text: ' <@U123|stack>: which?' },
    { text: '@Stack, which?' },
    { text: '@stack-verdict which?' },
    { text: '@some.bot which?' },
    { text: 'which? @stack' },
  ])('takes the mention of the bot from "$text"', ({ text }) => {
    expect(read({ text })).toMatchObject({ question: { text: 'which?' } })
  })

  it.each(['ask @stacked or me@stack-exchange.com', '@nestjs/core, good or not?'])(
    'leaves other names in "%s"',
    (text) => {
      expect(read({ text })).toMatchObject({ question: { text } })
    },
  )

  it.each([
    { line: '', error: 'The line is empty' },
    { line: '{"text": "cut', error: 'The line is not JSON' },
    { line: '"text"', error: 'The line is no object' },
    { line: '[]', error: 'The line is no object' },
    { line: 'null', error: 'The line is no object' },
    { line: '{}', error: 'neither text nor messages' },
    { line: '{"text": "a", "messages": []}', error: 'both text and messages' },
    { line: '{"text": 5}', error: 'text: ' },
    { line: '{"messages": []}', error: 'messages: ' },
    { line: '{"messages": [{"text": "secret"}]}', error: 'messages.0.user: ' },
  ])('refuses $line and says how to mend it', ({ line, error }) => {
    const result = read(line)
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining(error) })
    expect(result).toMatchObject({ error: expect.stringMatching(/Give \{"text"/) })
    expect(JSON.stringify(result)).not.toContain('secret')
  })
})
