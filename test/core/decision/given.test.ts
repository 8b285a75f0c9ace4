import { describe, expect, it } from 'vitest'
import { applyChanges, applyGiven, givenFact } from '../../../src/core/decision/given.ts'
import { said } from '../../support/decision-fixtures.ts'

describe('applyGiven', () => {
  it('puts a given fact in place of every reading of the same id', () => {
    const read = [said('real-time@shop'), said('team/left'), said('real-time!@blog')]
    expect(applyGiven(read, [givenFact('real-time', 'no')])).toEqual([
      said('team/left'),
      said('real-time!', { grade: 'given' }),
    ])
  })

  it('leaves the facts as they are where nothing is given', () => {
    expect(applyGiven([said('real-time')], [])).toEqual([said('real-time')])
  })
})

describe('givenFact', () => {
  it('counts as yes and as no, and not where nobody knows', () => {
    expect(givenFact('real-time', 'yes')).toMatchObject({ counted: true, value: 'yes', grade: 'given' })
    expect(givenFact('real-time', 'no')).toMatchObject({ counted: true, value: 'no', grade: 'given' })
    expect(givenFact('real-time', 'maybe')).toMatchObject({ counted: false, reason: 'unclear' })
  })
})

describe('applyChanges', () => {
  it('gives each change', () => {
    expect(applyChanges([said('ai-core')], [{ id: 'ai-core', value: 'no' }])).toEqual([
      givenFact('ai-core', 'no'),
    ])
  })
})
