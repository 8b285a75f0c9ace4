import { describe, expect, it } from 'vitest'
import { NearNames } from '../../../src/core/routing/near-names.ts'

const names = new NearNames(['quornet', 'vernade', 'vern', 'two words', 'zib', 'quorset'])

describe('near names', () => {
  it.each([
    { word: 'quornt', near: ['quornet'], by: 'a letter less' },
    { word: 'quornnet', near: ['quornet'], by: 'a letter more' },
    { word: 'quornat', near: ['quornet'], by: 'another letter' },
    { word: 'qournet', near: ['quornet'], by: 'two letters swapped' },
    { word: 'ernade', near: ['vernade'], by: 'the first letter missing' },
    { word: 'quoret', near: ['quornet', 'quorset'], by: 'a letter less of two names' },
    { word: 'qornt', near: [], by: 'two mistakes' },
    { word: 'vernade', near: [], by: 'none' },
    { word: 'zip', near: [], by: 'a letter of a short name' },
    { word: 'wordss', near: [], by: 'a letter of a name of two words' },
  ])('of "$word" are $near: $by', ({ word, near }) => {
    expect(names.find(word)).toEqual(near)
  })
})
