import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt, pieces } from '../../../src/core/language/pieces.ts'

const LONGEST = 2000

/** Long texts with and without places to cut. */
const longText = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '. ', '\n', 'word ', 'a sentence of some words. '),
      fc.nat(1500).map((length) => 'x'.repeat(length)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('pieces', () => {
  it('are the whole text, none longer than can be read at once', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const found = pieces(text)
        expect(found.join('')).toBe(text)
        expect(Math.max(...found.map((piece) => piece.length))).toBeLessThanOrEqual(LONGEST)
        expect(found.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(text.length / (LONGEST / 2))))
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it.each([
    { at: 'a line', sign: '\n' },
    { at: 'a sentence', sign: '. ' },
    { at: 'a word', sign: ' ' },
  ])('end at $at', ({ sign }) => {
    const first = `${'some words here '.repeat(100)}end${sign}`
    expect(pieces(`${first}${'x'.repeat(1900)}`)[0]).toBe(first)
  })
})

describe('an excerpt', () => {
  it('of a short text is the text', () => {
    expect(excerpt('node or python?')).toBe('node or python?')
  })

  it('of a long text is its beginning and its end', () => {
    const given = excerpt(`node or python? ${'log line\n'.repeat(2000)} which one?`)
    expect(given.startsWith('node or python? ')).toBe(true)
    expect(given.endsWith(' which one?')).toBe(true)
    expect(given.length).toBeLessThanOrEqual(2 * LONGEST + 1)
  })
})
