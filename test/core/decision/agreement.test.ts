import { describe, expect, it } from 'vitest'
import { agreement } from '../../../src/core/decision/agreement.ts'
import type { Position } from '../../../src/core/domain/entry.ts'

const guides = ['G0', 'G1', 'G2', 'G3', 'G4']

function positions(winners: Record<string, string>): Position[] {
  return Object.entries(winners).map(([guide, winner]) => ({ guide, winner, at: [`${guide}:1`], says: {} }))
}

describe('agreement', () => {
  it('counts those that name the winner among those that speak and lists the silent', () => {
    expect(agreement(positions({ G0: 'left', G1: 'left', G3: 'mixed', G4: 'left' }), guides)).toEqual({
      winner: 'left',
      forIt: ['G0', 'G1', 'G4'],
      against: [],
      mixed: ['G3'],
      open: [],
      silent: ['G2'],
      speaking: 4,
    })
  })

  it.each([
    { said: { G0: 'left', G1: 'right' }, winner: 'split' },
    { said: { G0: 'left', G1: 'left', G2: 'right' }, winner: 'left' },
    { said: { G0: 'both' }, winner: 'both' },
    { said: { G0: 'left', G1: 'both', G2: 'both' }, winner: 'both' },
    { said: { G0: 'left', G1: 'both' }, winner: 'left' },
    { said: { G2: 'neither' }, winner: 'neither' },
    { said: { G0: 'both', G1: 'neither' }, winner: 'split' },
    { said: { G0: 'none', G1: 'mixed' }, winner: 'split' },
    { said: {}, winner: 'split' },
  ])('names $winner for $said', ({ said, winner }) => {
    expect(agreement(positions(said), guides).winner).toBe(winner)
  })

  it('puts every speaking guide in exactly one place', () => {
    const found = agreement(
      positions({ G0: 'left', G1: 'right', G2: 'both', G3: 'none', G4: 'left' }),
      guides,
    )
    const placed = [
      ...found.forIt,
      ...found.against.flatMap((those) => those.guides),
      ...found.mixed,
      ...found.open,
    ]
    expect(placed.sort()).toEqual(guides)
    expect(found.speaking).toBe(5)
  })

  it('counts no source that is not a guide', () => {
    expect(agreement(positions({ G0: 'left', page: 'right' }), guides)).toMatchObject({
      against: [],
      speaking: 1,
    })
  })

  it('takes a guide that says two things as mixed', () => {
    const twice = [...positions({ G0: 'left' }), ...positions({ G0: 'right', G1: 'left' })]
    expect(agreement(twice, guides)).toMatchObject({ winner: 'left', forIt: ['G1'], mixed: ['G0'] })
  })
})
