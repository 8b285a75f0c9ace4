import { describe, expect, it } from 'vitest'
import { decide } from '../../../src/core/decision/decide.ts'
import { flips } from '../../../src/core/decision/flips.ts'
import type { ReadFact } from '../../../src/core/domain/fact.ts'
import { aComparison, aRule, catalogue, disputed, said, twoOptions } from '../../support/decision-fixtures.ts'

function flipsOf(comparison: typeof twoOptions, facts: ReadFact[]): string[] {
  const found = flips(comparison, catalogue, facts, decide(comparison, catalogue, facts))
  return found.map(
    ({ changes, pick }) => `${changes.map(({ id, value }) => `${id} ${value}`).join(', ')}: ${pick}`,
  )
}

describe('flips', () => {
  it('withdraw what decided and add what would', () => {
    expect(flipsOf(twoOptions, [said('real-time'), said('team/right')])).toEqual([
      'ai-core yes: both',
      'real-time no: right',
      'data-core yes: both',
      'existing/right yes: both',
      'ai-feature yes: both',
    ])
  })

  it('keep a place for every pick that can be reached', () => {
    const found = flipsOf(twoOptions, [said('cold-start')])
    expect(found).toContain('cold-start no: either')
    expect(found.some((flip) => flip.endsWith(': both'))).toBe(true)
    expect(found).toHaveLength(5)
  })

  it('name two changes only where no single one is enough', () => {
    const pair = aRule('pair', 'A', 'left', 1, { when: ['real-time', 'ai-core'] })
    const comparison = aComparison(['left', 'right'], [pair])
    const facts = [said('team/right'), said('existing/right')]
    expect(flipsOf(comparison, facts)[0]).toBe('ai-core yes, real-time yes: both')
  })

  it('are empty where readings differ', () => {
    expect(flipsOf(twoOptions, [disputed('real-time')])).toEqual([])
  })

  it('promise no pick that a dispute would leave open', () => {
    const facts = [said('real-time'), disputed('team/right')]
    expect(flipsOf(twoOptions, facts)).not.toContain('real-time no: either')
  })
})
