import { describe, expect, it } from 'vitest'
import { agreementLine, criterionRows } from '../../src/cards/agreement.ts'
import { agreement } from '../../src/core/decision/agreement.ts'
import type { Criterion, Position } from '../../src/core/domain/entry.ts'
import { aCardKnowledge, theComparison } from '../support/card-fixture.ts'

const of = theComparison(aCardKnowledge())
const guides = ['G1', 'G2', 'G3', 'G4', 'G5']
const criterion = of.entries.find((entry): entry is { kind: 'criterion'; entry: string } & Criterion => {
  return entry.kind === 'criterion'
})!
const marks = {
  guides: [],
  count: String,
  mark: (cites: readonly string[]) => cites.join(''),
  plain: () => '',
}

/** How guides that name these stand, the first winner being the first guide's; the others are silent. */
function stand(...winners: string[]) {
  const positions = winners.map((winner, place): Position => {
    return { guide: guides[place]!, winner, at: ['x'], says: {} }
  })
  return agreement(positions, guides)
}

function cell(...winners: string[]): string[] | undefined {
  return criterionRows(of, [{ criterion: { ...criterion, short: 'S' }, agreement: stand(...winners) }])[1]
}

describe('who says so', () => {
  it.each([
    { winners: ['blorp', 'blorp', 'blorp', 'blorp', 'blorp'], better: 'Blorp', says: '5 of 5' },
    { winners: ['blorp', 'blorp', 'blorp', 'blorp'], better: 'Blorp', says: '4 of 5' },
    { winners: ['blorp', 'blorp', 'mixed'], better: 'Blorp', says: '2 of 5, 1 mixed' },
    { winners: ['blorp', 'blorp', 'none'], better: 'Blorp', says: '2 of 5, 1 no pick' },
    { winners: ['blorp', 'quix'], better: 'split', says: '1 Blorp, 1 Quix' },
    { winners: ['none', 'none', 'mixed'], better: 'no pick', says: '3 of 5' },
    { winners: ['both', 'both', 'blorp'], better: 'all fit', says: '2 of 5, 1 Blorp' },
  ])('is counted out of all guides, silence never being agreement: $winners', ({ winners, better, says }) => {
    expect(cell(...winners)).toEqual(['S', better, says])
    expect(agreementLine(of, stand(...winners), marks)).not.toContain('silent')
  })

  it('is the same count in a line, with the sources of each voice', () => {
    expect(agreementLine(of, stand('blorp', 'blorp', 'mixed', 'none'), marks)).toBe(
      'Guides: Blorp 2 of 5 G1G2, 1 mixed G3, 1 no pick G4',
    )
  })

  it('lists the silent where all is told', () => {
    expect(agreementLine(of, stand('blorp', 'quix', 'blorp'), marks, { silent: true })).toBe(
      'Guides: Blorp 2 of 5 G1G3, 1 Quix G2, 2 silent G4G5',
    )
  })
})
