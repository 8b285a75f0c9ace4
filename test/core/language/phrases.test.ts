import { describe, expect, it } from 'vitest'
import { Phrases } from '../../../src/core/language/phrases.ts'
import { fold, tokenize } from '../../../src/core/language/text.ts'

const phrases = new Phrases(['was cut', 'no longer', 'no', "don't"])
const tokens = (text: string) => tokenize(fold(text))

describe('phrases', () => {
  it.each([
    { text: 'it was cut', at: { from: 1, to: 3 } },
    { text: 'it no longer was', at: { from: 1, to: 3 } },
    { text: 'we Don’t', at: { from: 1, to: 2 } },
    { text: 'was it cut', at: undefined },
    { text: 'another node', at: undefined },
  ])('stand at $at in $text', ({ text, at }) => {
    const list = tokens(text)
    expect(phrases.first(list, 0, list.length)).toEqual(at)
    expect(phrases.within(list, 0, list.length)).toBe(at !== undefined)
  })

  it('count only where the whole of them stands between the bounds', () => {
    const list = tokens('it was cut')
    expect(phrases.within(list, 0, 2)).toBe(false)
    expect(phrases.within(list, 2, 3)).toBe(false)
    expect(phrases.within(list, 1, 3)).toBe(true)
  })

  it('are not what an exception stands for, while others behind it are', () => {
    const cut = new Phrases(['cut', 'was cut'], ['cut into'])
    const at = (text: string) => cut.first(tokens(text), 0, tokens(text).length)
    expect(at('it is cut')).toEqual({ from: 2, to: 3 })
    expect(at('it is cut into two')).toBeUndefined()
    expect(at('cut into two and cut')).toEqual({ from: 4, to: 5 })
    expect(at('it was cut into glass')).toBeUndefined()
  })

  it.each([
    ['no, that was cut', true],
    ['that was cut', false],
    ['', false],
  ])('begin "%s": %s', (text, begins) => {
    expect(phrases.starts(tokens(text))).toBe(begins)
  })
})
