import { expect, it } from 'vitest'
import { since } from '../../../src/core/decision/since.ts'
import { said } from '../../support/decision-fixtures.ts'

it('tells what holds now and did not, what held and does not, and whether the pick is the same', () => {
  const earlier = { facts: { a: 'yes', b: 'yes', c: 'maybe' }, pick: 'left' } as const
  const facts = [said('b!'), said('c'), said('d', { counted: false, reason: 'later' })]
  expect(since(earlier, { facts, pick: 'both' })).toEqual({
    added: ['c'],
    withdrawn: ['a', 'b'],
    pick: 'left',
    samePick: false,
  })
  expect(since(earlier, { facts: [said('a'), said('b'), said('a@part')], pick: 'left' })).toEqual({
    added: [],
    withdrawn: [],
    pick: 'left',
    samePick: true,
  })
})
