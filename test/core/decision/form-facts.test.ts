import { describe, expect, it } from 'vitest'
import { correctionsOf, type FormValue, formFacts } from '../../../src/core/decision/form-facts.ts'
import { applyChanges } from '../../../src/core/decision/given.ts'
import type { ReadFact } from '../../../src/core/domain/fact.ts'
import { catalogue, disputed, said, threeOptions, twoOptions } from '../../support/decision-fixtures.ts'

const asked = (facts: ReadFact[], comparison = twoOptions) =>
  formFacts(comparison, catalogue, facts).map(({ fact }) => fact.id)

function value(id: string, facts: ReadFact[], comparison = twoOptions): FormValue | undefined {
  return formFacts(comparison, catalogue, facts).find(({ fact }) => fact.id === id)?.value
}

const correct = (facts: ReadFact[], chosen: Record<string, FormValue>, comparison = twoOptions) =>
  correctionsOf(comparison, catalogue, facts, chosen)

const uncounted = (id: string) => said(id, { counted: false, reason: 'later' })

describe('the questions of a form', () => {
  it('begin with what was read and counts, then with what was read and does not, then go by rank', () => {
    const facts = [uncounted('ai-core'), said('shared-types'), said('team/right'), uncounted('real-time')]
    const rest = asked([]).filter((id) => !['shared-types', 'team', 'ai-core', 'real-time'].includes(id))
    expect(asked(facts)).toEqual(['shared-types', 'team', 'ai-core', 'real-time', ...rest])
  })

  it('end what was read with what no rule can use, and leave that out where nobody said it', () => {
    expect(asked([said('plain'), uncounted('real-time')]).slice(0, 2)).toEqual(['real-time', 'plain'])
    expect(asked([])).not.toContain('plain')
  })

  it('hold each fact once, with all that was said of it', () => {
    const [first] = formFacts(twoOptions, catalogue, [disputed('team/left'), disputed('team/right')])
    expect(first?.fact.id).toBe('team')
    expect(first?.said).toHaveLength(2)
  })

  it.each<[string, ReadFact[], string]>([
    ['real-time', [said('real-time')], 'yes'],
    ['real-time', [said('real-time!')], 'no'],
    ['real-time', [uncounted('real-time')], 'maybe'],
    ['real-time', [disputed('real-time'), disputed('real-time!')], 'maybe'],
    ['team', [said('team/left')], '/left'],
    ['team', [said('team/left'), said('team/right!')], '/left'],
    ['team', [said('team/left'), said('team/right')], 'yes'],
    ['team', [said('team/left!'), said('team/right!')], 'no'],
    ['team', [said('team/left!')], 'maybe'],
  ])('hold %s after %j as %s', (id, facts, held) => {
    expect(value(id, facts)).toBe(held)
  })
})

describe('corrections', () => {
  it('are made of what is chosen otherwise than it stands', () => {
    expect(
      correct([said('real-time')], { 'real-time': 'yes', 'ai-core': 'no', 'shared-types': 'maybe' }),
    ).toEqual([{ id: 'ai-core', value: 'no' }])
  })

  it('of a fact per option name all options', () => {
    expect(correct([said('team/left')], { team: '/right' })).toEqual([
      { id: 'team/left', value: 'no' },
      { id: 'team/right', value: 'yes' },
    ])
    expect(correct([], { team: 'maybe' })).toEqual([])
    expect(correct([said('team/left')], { team: 'maybe' }).map((each) => each.value)).toEqual([
      'maybe',
      'maybe',
    ])
  })

  it('settle a dispute', () => {
    const facts = [disputed('team/left'), disputed('team/right')]
    expect(value('team', applyChanges(facts, correct(facts, { team: '/left' })))).toBe('/left')
  })

  it('leave a form that is opened again with the value that was chosen', () => {
    for (const chosen of ['/zib', '/zib+mave', 'yes', 'no', 'maybe']) {
      const facts = [said('team/quor')]
      expect(
        value('team', applyChanges(facts, correct(facts, { team: chosen }, threeOptions)), threeOptions),
      ).toBe(chosen)
    }
  })

  it('leave out what the catalogue does not know', () => {
    expect(correct([], { gone: 'yes' })).toEqual([])
  })
})
