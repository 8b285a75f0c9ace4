import { describe, expect, it } from 'vitest'
import { decide } from '../../../src/core/decision/decide.ts'
import type { ReadFact } from '../../../src/core/domain/fact.ts'
import {
  aComparison,
  aRule,
  catalogue,
  disputed,
  said,
  threeOptions,
  twoOptions,
} from '../../support/decision-fixtures.ts'

function decided(...facts: string[]) {
  return decide(
    twoOptions,
    catalogue,
    facts.map((text) => said(text)),
  )
}

describe('decide', () => {
  it.each([
    { facts: [], pick: 'either' },
    { facts: ['plain'], pick: 'either' },
    { facts: ['real-time'], pick: 'left' },
    { facts: ['ai-core'], pick: 'right' },
    { facts: ['team/left'], pick: 'left' },
    { facts: ['team/left', 'team/right'], pick: 'either' },
    { facts: ['team/left', 'team/right!'], pick: 'left' },
    { facts: ['team/right!'], pick: 'either' },
    { facts: ['numeric'], pick: 'right' },
    { facts: ['data-side-job'], pick: 'right' },
    { facts: ['cold-start'], pick: 'left' },
    { facts: ['cold-start', 'admin'], pick: 'either' },
    { facts: ['cold-start@shop', 'cold-start@blog'], pick: 'left' },
  ])('gives $pick for $facts', ({ facts, pick }) => {
    expect(decided(...facts).pick).toBe(pick)
  })

  it.each([
    { facts: ['team/right', 'real-time'], pick: 'left', why: 'a clear win over the team' },
    { facts: ['team/right', 'shared-types'], pick: 'right', why: 'the team over a need' },
    { facts: ['team/left', 'numeric'], pick: 'left', why: 'the team over a need that could stand alone' },
    { facts: ['team/left', 'data-side-job'], pick: 'left', why: 'the team over a job beside the product' },
    { facts: ['shared-types', 'admin'], pick: 'left', why: 'a need over a leaning' },
    { facts: ['real-time', 'admin@office'], pick: 'left', why: 'a clear win over a leaning of a named part' },
    {
      facts: ['existing/left@shop', 'team/right'],
      pick: 'left',
      why: 'what runs on a part over who knows what',
    },
    { facts: ['existing/right', 'team/left'], pick: 'right', why: 'what runs over who knows it' },
    { facts: ['existing/right', 'shared-types'], pick: 'right', why: 'what runs over a need of it' },
    { facts: ['existing/right', 'small-real-time'], pick: 'right', why: 'what runs over a slight need' },
    { facts: ['ai-core', 'small-real-time'], pick: 'right', why: 'a clear win over a slight need' },
    { facts: ['ai-core', 'cold-start'], pick: 'right', why: 'a clear win over a leaning elsewhere' },
    {
      facts: ['existing/right@live', 'real-time'],
      pick: 'left',
      why: 'a clear win over what runs on its part',
    },
    {
      facts: ['existing/left', 'ai-core@whole'],
      pick: 'right',
      why: 'a clear win of the whole over what runs',
    },
  ])('puts $why', ({ facts, pick }) => {
    expect(decided(...facts).pick).toBe(pick)
  })

  it.each([
    { facts: ['ai-core', 'real-time'], parts: { live: 'left', model: 'right' } },
    { facts: ['real-time', 'numeric'], parts: { live: 'left', compute: 'right' } },
    { facts: ['ai-core', 'shared-types'], parts: { web: 'left', model: 'right' } },
    { facts: ['shared-types', 'data-side-job'], parts: { web: 'left', jobs: 'right' } },
    { facts: ['existing/left', 'ai-core'], parts: { model: 'right', whole: 'left' } },
    { facts: ['existing/left', 'data-side-job'], parts: { jobs: 'right', whole: 'left' } },
    { facts: ['existing/left@shop', 'existing/right@risk'], parts: { shop: 'left', risk: 'right' } },
    { facts: ['existing/left', 'existing/right', 'real-time'], parts: { live: 'left', whole: 'right' } },
    { facts: ['team/left@forms', 'ai-core'], parts: { model: 'right', forms: 'left' } },
    { facts: ['team/left', 'ai-feature'], parts: { model: 'right', whole: 'left' } },
    { facts: ['existing/left', 'ai-feature'], parts: { model: 'right', whole: 'left' } },
    { facts: ['team/right', 'ai-feature', 'real-time'], parts: { live: 'left', model: 'right' } },
  ])('splits $facts by part', ({ facts, parts }) => {
    const decision = decided(...facts)
    expect(decision.pick).toBe('both')
    expect(Object.fromEntries(decision.parts.map(({ part, option }) => [part, option]))).toEqual(parts)
  })

  it("never splits an AI core for a team's language alone", () => {
    expect(decided('ai-core', 'team/left')).toMatchObject({ pick: 'right', parts: [] })
  })

  it('stays with one option where the team knows the one of the feature', () => {
    expect(decided('ai-feature', 'team/right').pick).toBe('right')
  })

  it('leaves the choice open where only a feature is known', () => {
    const decision = decided('ai-feature')
    expect(decision.pick).toBe('either')
    expect(decision.decided.map(({ rule }) => rule)).toEqual(['either', 'ai-feature'])
  })

  it('drops a feature that the core of the same part replaces', () => {
    expect(decided('ai-core', 'ai-feature').decided.map(({ rule }) => rule)).toEqual(['ai-core'])
  })

  it('keeps a feature of another part than the core', () => {
    const rulesOn = (part: string) =>
      decided('ai-core@search', `ai-feature@${part}`).decided.map(({ rule }) => rule)
    expect(rulesOn('search')).toEqual(['ai-core'])
    expect(rulesOn('help')).toEqual(['ai-core', 'ai-feature'])
  })

  it('gives opposed needs of one part to the option with more guides', () => {
    expect(decided('shared-types', 'data-people').pick).toBe('left')
  })

  it('leaves opposed needs with equal guides open and shows them', () => {
    const decision = decided('many-at-once', 'data-people')
    expect(decision.pick).toBe('either')
    expect(decision.outweighed.map(({ rule }) => rule)).toEqual(['many-at-once', 'data-people'])
  })

  it('gives opposed clear wins of one part with equal guides to the first in the file', () => {
    const rules = [
      aRule('ai-core', 'A', 'right', 2, { part: 'web' }),
      aRule('real-time', 'A', 'left', 2, { part: 'web' }),
    ]
    const decision = decide(aComparison(['left', 'right'], rules), catalogue, [
      said('real-time'),
      said('ai-core'),
    ])
    expect(decision.pick).toBe('right')
  })

  it('counts each guide once and no other source', () => {
    const cites = ['G0:1', 'G0:7-9', 'G3:2', 'page#intro']
    const comparison = aComparison(['left', 'right'], [aRule('real-time', 'A', 'left', 0, { cites })])
    expect(decide(comparison, catalogue, [said('real-time')]).decided[0]?.guides).toEqual(['G0', 'G3'])
  })

  it('says which tier decided and when it only leans', () => {
    expect(decided('real-time', 'admin')).toMatchObject({ tier: 'A', leaning: false })
    expect(decided('admin')).toMatchObject({ tier: 'D', leaning: true })
    expect(decided('team/left', 'admin')).toMatchObject({ tier: 'B', leaning: false })
    expect(decided('plain')).toMatchObject({ tier: null, leaning: false })
  })

  it('lists what is true and does not support the pick', () => {
    const decision = decided('team/right', 'real-time', 'cold-start')
    expect(decision.decided.map(({ rule }) => rule)).toEqual(['real-time', 'cold-start'])
    expect(decision.outweighed.map(({ rule }) => rule)).toEqual(['team/right'])
  })

  it('takes no rule from a team that knows several options of a part, but one from a team of each part', () => {
    const rules = (...facts: string[]) => {
      const { decided: fired, outweighed } = decided(...facts)
      return [...fired, ...outweighed].map(({ rule }) => rule)
    }
    expect(rules('team/left', 'team/right', 'real-time')).toEqual(['real-time'])
    expect(rules('team/left@forms', 'team/right@risk')).toEqual(['team/left', 'team/right'])
  })

  it("puts the option's name into a standing reason", () => {
    expect(decided('team/right').decided[0]?.because).toBe('It is RIGHT already.')
  })

  it('withdraws only the part that a no names', () => {
    expect(decided('real-time@shop', 'real-time!@blog').pick).toBe('left')
    expect(decided('real-time@shop', 'real-time!@shop').pick).toBe('either')
    expect(decided('real-time@shop', 'real-time!').pick).toBe('either')
  })

  it('lets maybe and past pull nothing even when they count', () => {
    const facts: ReadFact[] = [said('real-time', { value: 'maybe' }), said('ai-core', { value: 'past' })]
    expect(decide(twoOptions, catalogue, facts).pick).toBe('either')
  })

  it('applies a rule of two facts only with both and without what excludes it', () => {
    const rulesOf = (...facts: string[]) => {
      const decision = decide(
        threeOptions,
        catalogue,
        facts.map((text) => said(text)),
      )
      return [...decision.decided, ...decision.outweighed].map(({ rule }) => rule)
    }
    expect(rulesOf('many-at-once', 'admin')).toContain('mave-pair')
    expect(rulesOf('many-at-once')).not.toContain('mave-pair')
    expect(rulesOf('many-at-once', 'admin', 'real-time')).not.toContain('mave-pair')
  })

  it('splits among three options', () => {
    const decision = decide(
      threeOptions,
      catalogue,
      ['real-time', 'ai-core', 'numeric'].map((text) => said(text)),
    )
    expect(decision.pick).toBe('both')
    expect(decision.parts.map(({ option }) => option)).toEqual(['zib', 'quor', 'mave'])
  })
})

describe('near misses', () => {
  it('are at most three rules, each one unknown fact short', () => {
    const missed = decided('plain').nearMisses
    expect(missed).toHaveLength(3)
    for (const miss of missed) expect(miss.lacks).toHaveLength(1)
  })

  it('begin with what was mentioned without counting', () => {
    const later = said('data-side-job', { value: 'maybe', counted: false, reason: 'later' })
    expect(decide(twoOptions, catalogue, [later]).nearMisses[0]?.rule).toBe('data-side-job')
  })

  it('prefer rules that pull away from the pick', () => {
    const misses = decided('team/right').nearMisses
    expect(misses.map(({ rule }) => rule)).toEqual(['real-time', 'shared-types', 'many-at-once'])
  })

  it('leave out what is known to be false', () => {
    expect(decided('real-time!').nearMisses.map(({ rule }) => rule)).not.toContain('real-time')
  })
})

describe('readings', () => {
  it('differ where the pick hangs on a dispute', () => {
    const decision = decide(twoOptions, catalogue, [
      disputed('ai-core'),
      disputed('ai-core!'),
      said('team/left'),
    ])
    expect(decision).toMatchObject({ pick: null, tier: null, decided: [], outweighed: [] })
    expect(decision.readings).toEqual([
      { facts: [{ id: 'ai-core', value: 'yes' }], pick: 'right' },
      { facts: [{ id: 'ai-core', value: 'no' }], pick: 'left' },
    ])
  })

  it('are empty where the dispute changes nothing', () => {
    const decision = decide(twoOptions, catalogue, [
      disputed('cold-start'),
      disputed('plain'),
      said('real-time'),
    ])
    expect(decision).toMatchObject({ pick: 'left', readings: [] })
  })

  it('expand only disputes that matter', () => {
    const decision = decide(twoOptions, catalogue, [
      disputed('cold-start'),
      disputed('ai-core'),
      said('real-time'),
    ])
    expect(decision.readings.map(({ facts }) => facts.map(({ id }) => id))).toEqual([
      ['ai-core'],
      ['ai-core'],
    ])
  })

  it('never deny every option that somebody named', () => {
    const decision = decide(twoOptions, catalogue, [disputed('team/left'), disputed('team/right')])
    expect(decision.readings.map(({ pick }) => pick)).toEqual(['either', 'left', 'right'])
  })

  it('expand at most three disputes, those of the first ranks', () => {
    const facts = ['shared-types', 'real-time', 'ai-core', 'team/left', 'numeric'].map(disputed)
    const ids = decide(twoOptions, catalogue, facts).readings[0]?.facts.map(({ id }) => id)
    expect(ids).toEqual(['ai-core', 'real-time', 'team/left'])
  })

  it('end when a given fact settles the dispute', () => {
    const settled = said('ai-core', { grade: 'given' })
    expect(decide(twoOptions, catalogue, [disputed('ai-core!'), settled])).toMatchObject({
      pick: 'right',
      readings: [],
    })
  })
})
