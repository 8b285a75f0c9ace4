import { describe, expect, it } from 'vitest'
import { relevantRows } from '../../../src/core/decision/relevant-rows.ts'
import type { Entry } from '../../../src/core/domain/entry.ts'
import { aComparison, said } from '../../support/decision-fixtures.ts'

function aCriterion(id: string, facts: string[] = []): Entry {
  return {
    kind: 'criterion',
    entry: `criterion/${id}`,
    id,
    title: id,
    answer: id,
    short: id,
    cites: ['G0:1'],
    points: [],
    more: [],
    checks: [],
    wordings: [],
    see: [],
    positions: [{ guide: 'G0', winner: 'left', at: ['G0:1'], says: {} }],
    facts,
  }
}

const comparison = aComparison(['left', 'right'], [], {
  overview: { answer: 'Neither.', ask: 'Which?', cases: [], criteria: ['speed', 'live'] },
  entries: [
    aCriterion('team-fit', ['team']),
    aCriterion('live', ['real-time']),
    aCriterion('both-ways', ['real-time', 'ai-core']),
    aCriterion('speed'),
    aCriterion('apart'),
  ],
})

function rows(limit: number, ...facts: string[]) {
  const found = relevantRows(
    comparison,
    facts.map((text) => said(text)),
    limit,
  )
  return found.map(({ criterion }) => criterion.id)
}

describe('relevantRows', () => {
  it('begins with the criteria that meet most facts, then follows the overview', () => {
    expect(rows(5, 'real-time', 'ai-core')).toEqual(['both-ways', 'live', 'speed'])
  })

  it('shows the overview where no fact meets a criterion', () => {
    expect(rows(5)).toEqual(['speed', 'live'])
  })

  it('takes the team of any option for a criterion on teams', () => {
    expect(rows(1, 'team/right')).toEqual(['team-fit'])
  })

  it('lets facts that are denied meet nothing', () => {
    expect(rows(1, 'team/right!')).toEqual(['speed'])
  })

  it('keeps to the limit and brings the agreement of each row', () => {
    const [row, ...more] = relevantRows(comparison, [said('real-time')], 1)
    expect(more).toEqual([])
    expect(row?.agreement).toMatchObject({ winner: 'left', speaking: 1, silent: ['G1', 'G2', 'G3', 'G4'] })
  })
})
