import { describe, expect, it } from 'vitest'
import { Classes, storeClasses } from '../../../src/core/language/classes.ts'
import { hashText } from '../../../src/core/language/hash.ts'
import { fold, tokenize } from '../../../src/core/language/text.ts'

const classes = new Classes(
  storeClasses([
    ['people', 'crew'],
    ['people', 'dev team'],
    ['leave', 'leave'],
    ['leave', 'walk out'],
    ['past', 'used to'],
    ['know', 'used'],
    ['slow', 'weekly'],
  ]),
)
const names = ['people', 'leave', 'past', 'know', 'slow', 'count', 'name']

function seen(text: string): string[] {
  return classes.find(tokenize(fold(text)), text).map(({ class: hash, from, to }) => {
    const name = names.find((each) => hashText(each) === hash)
    return `${name} ${from}-${to}`
  })
}

describe('classes of words', () => {
  it('are found by stems, phrases whole', () => {
    expect(seen('the dev teams walked out')).toEqual(['people 1-3', 'leave 3-5'])
  })

  it('tell an adverb from the word that it was made of', () => {
    expect(seen('weekly for a week')).toEqual(['slow 0-1'])
  })

  it('may share a word', () => {
    expect(seen('crew used to')).toEqual(['people 0-1', 'know 1-2', 'past 1-3'])
  })

  it('take numbers for counts and capital letters inside a sentence for names', () => {
    expect(seen('Yesterday 3 of Priya asked. Today none')).toEqual(['count 1-2', 'name 3-4'])
  })

  it('say nothing of other words', () => {
    expect(seen('a quiet sea')).toEqual([])
  })
})
