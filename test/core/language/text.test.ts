import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauses, fold, keys, stem, tokenize } from '../../../src/core/language/text.ts'

/** Texts with all that makes lengths and places go wrong. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'İ',
        'ß',
        'ﬁ',
        '“',
        '’',
        '`',
        '\u200b',
        '\u00a0',
        '👩‍💻',
        'Node',
        ' ',
        '?',
        "n't",
        '.',
        '\r\n',
      ),
    )
    .map((parts) => parts.join('')),
)

describe('fold', () => {
  it('keeps every place of a text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toHaveLength(text.length)
      }),
      { numRuns: 1000, seed: 1 },
    )
  })

  it.each([
    { text: 'Node.JS', folded: 'node.js' },
    { text: 'we don’t', folded: "we don't" },
    { text: '“quoted”', folded: '"quoted"' },
    { text: 'no\u00a0types\u200b!', folded: 'no types !' },
    { text: 'İzmir API', folded: 'İzmir api' },
  ])('makes $folded of $text', ({ text, folded }) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('tokenize', () => {
  it('gives words in order, each with its place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        let end = 0
        for (const token of tokenize(folded)) {
          expect(token.at).toBeGreaterThanOrEqual(end)
          expect(token.word.length).toBeGreaterThan(0)
          expect(folded.slice(token.at, token.end)).toBe(token.word)
          end = token.end
        }
        expect(end).toBeLessThanOrEqual(folded.length)
      }),
      { numRuns: 1000, seed: 2 },
    )
  })

  it.each([
    { text: "it's c# and c++, node.js!", words: ["it's", 'c#', 'and', 'c++', 'node.js', '!'] },
    { text: 'on .net or vue.', words: ['on', '.net', 'or', 'vue'] },
    { text: 'foo_bar, e-mail - ok?', words: ['foo_bar', 'e-mail', 'ok', '?'] },
    { text: 'naïve straße 3.12', words: ['naïve', 'straße', '3.12'] },
    { text: 'naïve c# on .net!', words: ['naïve', 'c#', 'on', '.net', '!'] },
    { text: '...', words: [] },
  ])('splits $text', ({ text, words }) => {
    expect(tokenize(text).map(({ word }) => word)).toEqual(words)
  })

  it('keeps no more of an endless word than its start, and its whole place', () => {
    const [token] = tokenize('x'.repeat(5000))
    expect(token).toEqual({ word: 'x'.repeat(40), at: 0, end: 5000 })
  })
})

describe('clauses', () => {
  const parts = (text: string) => clauses(text).map(([from, to]) => text.slice(from, to))

  it.each([
    {
      text: 'we need types, but later and fast. so what? ok',
      parts: ['we need types', 'but later', 'and fast', 'so what', 'ok'],
    },
    { text: 'it is fine – really', parts: ['it is fine', 'really'] },
    { text: 'first: second; third', parts: ['first', 'second', 'third'] },
    { text: 'one\ntwo', parts: ['one', 'two'] },
    { text: 'well-known at 1.5 s on node.js', parts: ['well-known at 1.5 s on node.js'] },
    { text: '', parts: [] },
  ])('cuts $text', ({ text, parts: expected }) => {
    expect(parts(text)).toEqual(expected)
  })

  it('hold every word of a text once, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        const found = clauses(folded)
        let end = 0
        for (const [from, to] of found) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        for (const { word, at } of tokenize(folded).filter(({ word }) => /[\p{L}\p{N}]/u.test(word))) {
          expect(
            found.filter(([from, to]) => at >= from && at < to),
            word,
          ).toHaveLength(1)
        }
      }),
      { numRuns: 1000, seed: 3 },
    )
  })
})

describe('stem', () => {
  it.each([
    ['libraries', 'library'],
    ['classes', 'class'],
    ['processes', 'process'],
    ['sockets', 'socket'],
    ['quickly', 'quick'],
    ['needed', 'need'],
    ['boss', 'boss'],
    ['bed', 'bed'],
    ['ring', 'ring'],
    ['is', 'is'],
    ['api', 'api'],
  ])('of %s is %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed)
  })
})

describe('keys', () => {
  it('are stems without stop words and signs', () => {
    expect(keys(['the', 'sockets', 'are', 'needed', '?', 'now', '!'])).toEqual(['socket', 'need', 'now'])
  })
})
