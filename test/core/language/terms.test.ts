import { describe, expect, it } from 'vitest'
import { storeTerms, type TermHit, Terms } from '../../../src/core/language/terms.ts'
import { keys } from '../../../src/core/language/text.ts'

const terms = new Terms(
  storeTerms(
    [
      ['live', 'live updates'],
      ['live', 'sockets'],
      ['types', 'shared types'],
      ['quick', 'sockets'],
      ['long', 'Model of the whole wide world'],
      ['none', 'the'],
    ],
    [['live', 'chat room']],
  ),
)

function found(text: string): TermHit[] {
  const hits: TermHit[] = []
  terms.find(keys(text.split(' ')), (hit) => hits.push(hit))
  return hits
}

describe('terms', () => {
  it.each([
    { text: 'live updates', facts: ['live'] },
    { text: 'we need the live updates', facts: ['live'] },
    { text: 'live price updates', facts: ['live'] },
    { text: 'live price and stock updates', facts: [] },
    { text: 'model of the red whole wide world', facts: ['long'] },
    { text: 'model of the red whole wide blue world', facts: [] },
    { text: 'updates live', facts: [] },
    { text: 'live', facts: [] },
    { text: 'one socket', facts: ['live', 'quick'] },
    { text: 'live updates over sockets with shared types', facts: ['live', 'live', 'quick', 'types'] },
    { text: 'the', facts: [] },
  ])('in $text speak of $facts', ({ text, facts }) => {
    expect(found(text).map(({ fact }) => fact)).toEqual(facts)
  })

  it('tell their place among the keys and their length, three for more', () => {
    expect(found('now live price updates')).toEqual([
      { fact: 'live', length: 2, from: 1, to: 4, plain: false },
    ])
    expect(found('our model of the whole wide world')).toEqual([
      { fact: 'long', length: 3, from: 0, to: 4, plain: false },
    ])
  })

  it('tell which leave no doubt', () => {
    expect(found('a chat room')).toEqual([{ fact: 'live', length: 2, from: 0, to: 2, plain: true }])
  })
})
