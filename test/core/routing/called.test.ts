import { describe, expect, it } from 'vitest'
import { fold, tokenize } from '../../../src/core/language/text.ts'
import { CalledNames } from '../../../src/core/routing/called.ts'

const names = new CalledNames([
  {
    subject: 'garden tools',
    called: [{ kinds: ['rope', 'long rope'], of: ['quor', 'zibo two'], except: ['tow'] }],
  },
  { subject: 'boats', called: [{ kinds: ['rope'], of: ['quor'], except: ['tow'] }] },
])

/** Places of the comparisons that a text calls, with the words that do. */
function called(text: string): string[] {
  const tokens = tokenize(fold(text))
  return names.find(tokens).map(({ of, from, to }) => {
    const words = tokens.slice(from, to).map(({ word }) => word)
    return `${of}: ${words.join(' ')}`
  })
}

describe('a comparison', () => {
  it.each([
    { text: 'which garden tool?', calls: ['0: garden tool'] },
    { text: 'Boats', calls: ['1: boats'] },
    { text: 'quor ropes', calls: ['0: quor ropes', '1: quor ropes'] },
    { text: "quor's long rope", calls: ["0: quor's long rope"] },
    {
      text: 'a rope for our next quor, now',
      calls: ['0: rope for our next quor', '1: rope for our next quor'],
    },
    { text: 'zibo two rope', calls: ['0: zibo two rope'] },
  ])('is called by what it compares: "$text"', ({ text, calls }) => {
    expect(called(text)).toEqual(calls)
  })

  it.each([
    'a rope',
    'quor',
    'quor test rope',
    'rope and quor',
    'rope for a very long old quor',
    'zibo rope',
    'a tow rope for quor',
  ])('is not called in "%s"', (text) => {
    expect(called(text)).toEqual([])
  })
})
