import { describe, expect, it } from 'vitest'
import { didYouMean, nearest } from '../../../src/core/language/nearest.ts'

const known = ['left-vs-right', 'up-vs-down', 'team/left', 'team/right', 'small-loud']

describe('nearest', () => {
  it.each([
    { name: 'right-vs-left', first: 'left-vs-right' },
    { name: 'leftvsright', first: 'left-vs-right' },
    { name: 'Up vs Dwon', first: 'up-vs-down' },
    { name: 'loud', first: 'small-loud' },
  ])('finds $first for $name', ({ name, first }) => {
    expect(nearest(name, known)[0]).toBe(first)
  })

  it('finds nothing for what looks like none of them, or holds no letter', () => {
    expect(nearest('zzz', known)).toEqual([])
    expect(nearest('–', known)).toEqual([])
    expect(didYouMean('zzz', known)).toBe('')
  })

  it('offers at most three', () => {
    expect(nearest('vs', ['a-vs-b', 'b-vs-c', 'c-vs-d', 'd-vs-e'])).toHaveLength(3)
  })
})
