import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/cli/ask/lines.ts'

async function lines(chunks: string[], longest?: number): Promise<(string | null)[]> {
  const found: (string | null)[] = []
  for await (const line of linesOf(Readable.from(chunks), longest)) found.push(line)
  return found
}

describe('linesOf', () => {
  it('joins a line that comes in pieces', async () => {
    expect(await lines(['on', 'e\ntw', 'o\nthree'])).toEqual(['one', 'two', 'three'])
  })

  it('splits at line feeds alone, and keeps empty lines in their place', async () => {
    expect(await lines(['a\u2028b\n\nc\r\n'])).toEqual(['a\u2028b', '', 'c\r'])
  })

  it('gives null for a line that is too long and goes on with the next', async () => {
    expect(await lines(['1234', '56', '78\nok\n123456\nyes'], 5)).toEqual([null, 'ok', null, 'yes'])
    expect(await lines(['123456'], 5)).toEqual([null])
  })

  it('gives the same lines however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n') })), async (chunks) => {
        const whole = chunks.join('')
        expect(await lines(chunks)).toEqual(await lines(whole === '' ? [] : [whole]))
      }),
    )
  })
})
