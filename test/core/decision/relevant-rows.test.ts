import { describe, expect, it } from 'vitest'
import { type Explained, type Row, relevantRows, rowsOf } from '../../../src/core/decision/relevant-rows.ts'
import type { Flip, RuleOutcome } from '../../../src/core/domain/answer.ts'
import type { Entry } from '../../../src/core/domain/entry.ts'
import { aComparison, said } from '../../support/decision-fixtures.ts'

function aCriterion(id: string, facts: string[] = [], winner = 'left'): Entry {
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
    positions: [{ guide: 'G0', winner, at: ['G0:1'], says: {} }],
    facts,
  }
}

const comparison = aComparison(['left', 'right'], [], {
  overview: { answer: 'Neither.', ask: 'Which?', cases: [], criteria: ['speed', 'live'] },
  entries: [
    aCriterion('ramp-up', ['team/left', 'frontend-js']),
    aCriterion('team-fit', ['team'], 'none'),
    aCriterion('live', ['real-time']),
    aCriterion('both-ways', ['real-time', 'ai-core']),
    aCriterion('plain', ['crud-only'], 'mixed'),
    aCriterion('speed'),
    aCriterion('apart', ['scripting']),
  ],
})

function outcome(option: string, ...facts: string[]): RuleOutcome {
  const guides = ['G1', 'G2']
  return {
    rule: facts.join(),
    tier: 'A',
    option,
    part: 'whole',
    because: 'So.',
    facts,
    cites: [],
    guides,
    but: [],
  }
}

function flip(id: string): Flip {
  return { changes: [{ id, value: 'yes' }], pick: 'right' }
}

function rows(explained: Partial<Explained['decision'] & Omit<Explained, 'decision'>>, limit = 6) {
  const { facts = [], flips = [], ...decision } = explained
  const whole = { pick: 'left', decided: [], outweighed: [], readings: [], ...decision }
  return relevantRows(comparison, { facts, flips, decision: whole }, limit)
}

const ids = (found: readonly Row[]) => found.map(({ criterion }) => criterion.id)

describe('relevantRows', () => {
  it('begins with what decided, then what was outweighed, then what would change it', () => {
    const found = rows({
      decided: [outcome('left', 'real-time')],
      outweighed: [outcome('right', 'team/right')],
      flips: [flip('scripting')],
    })
    expect(ids(found)).toEqual(['live', 'both-ways', 'team-fit', 'apart'])
  })

  it('puts a criterion that meets several deciding facts first', () => {
    expect(ids(rows({ decided: [outcome('left', 'real-time', 'ai-core')] }))).toEqual(['both-ways', 'live'])
  })

  it('shows nothing for its own sake: no fact that pulls nowhere, no row of the overview', () => {
    const facts = [said('crud-only'), said('team/right')]
    expect(ids(rows({ pick: 'right', facts, decided: [outcome('right', 'team/right')] }))).toEqual([
      'team-fit',
    ])
  })

  it('defends a verdict that rests on the team by the rule, where the guides name no option as such', () => {
    const [row] = rows({ pick: 'right', decided: [outcome('right', 'team/right')] })
    expect(row).toMatchObject({
      criterion: { id: 'team-fit' },
      agreement: { winner: 'right', forIt: ['G1', 'G2'], speaking: 2, silent: ['G0', 'G3', 'G4'] },
    })
  })

  it('shows where nothing separates the options the facts that hold and what would', () => {
    const found = rows({ pick: 'either', facts: [said('crud-only')], flips: [flip('real-time')] })
    expect(ids(found)).toEqual(['plain', 'live'])
  })

  it('puts a criterion on the team alone before one that speaks of more', () => {
    expect(ids(rows({ decided: [outcome('left', 'team/left')] }))).toEqual(['team-fit', 'ramp-up'])
  })

  it('shows nothing where only what speaks against it is a criterion', () => {
    const [decided, outweighed] = [[outcome('left', 'existing/left')], [outcome('right', 'scripting')]]
    expect(ids(rows({ decided, outweighed }))).toEqual([])
  })

  it('shows of what another option would know nothing', () => {
    expect(ids(rows({ flips: [flip('team/left')] }))).toEqual([])
  })

  it('keeps to the limit and brings the agreement of each row', () => {
    const [row, ...more] = rows({ decided: [outcome('left', 'real-time')] }, 1)
    expect(more).toEqual([])
    expect(row?.agreement).toMatchObject({ winner: 'left', speaking: 1, silent: ['G1', 'G2', 'G3', 'G4'] })
  })
})

describe('rowsOf', () => {
  it('gives the rows of the ids in their order', () => {
    expect(ids(rowsOf(comparison, ['speed', 'live']))).toEqual(['speed', 'live'])
  })
})
