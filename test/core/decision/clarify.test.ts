import { describe, expect, it } from 'vitest'
import { clarify } from '../../../src/core/decision/clarify.ts'
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

function asked(facts: ReadFact[], comparison = twoOptions) {
  return clarify(comparison, catalogue, facts, decide(comparison, catalogue, facts))
}

function labels(facts: ReadFact[], comparison = twoOptions) {
  return asked(facts, comparison)?.choices.map(({ label }) => label)
}

describe('clarify', () => {
  it('asks for the team where nothing separates the options', () => {
    expect(asked([said('plain')])).toEqual({
      fact: 'team',
      question: 'Is it team?',
      choices: [
        {
          label: 'LEFT',
          facts: [
            { id: 'team/left', value: 'yes' },
            { id: 'team/right', value: 'no' },
          ],
        },
        {
          label: 'RIGHT',
          facts: [
            { id: 'team/left', value: 'no' },
            { id: 'team/right', value: 'yes' },
          ],
        },
        {
          label: 'Both',
          facts: [
            { id: 'team/left', value: 'yes' },
            { id: 'team/right', value: 'yes' },
          ],
        },
        { label: 'Not sure', facts: [] },
      ],
    })
  })

  it('asks where only leanings speak', () => {
    expect(asked([said('cold-start')])?.fact).toBe('team')
  })

  it.each(['real-time', 'team/left', 'numeric'])('asks nothing where %s decides', (id) => {
    expect(asked([said(id)])).toBeNull()
  })

  it('does not ask again what is known', () => {
    expect(asked([said('team/left'), said('team/right')])?.fact).toBe('existing')
  })

  it('still asks for the team when only one option is ruled out', () => {
    expect(asked([said('team/left!')])?.fact).toBe('team')
  })

  it('asks for a bare mention first', () => {
    const bare = said('numeric', { grade: 'assumed', counted: false, reason: 'assumed' })
    expect(asked([bare])).toMatchObject({
      fact: 'numeric',
      choices: [{ label: 'Yes' }, { label: 'No' }, { label: 'Not sure' }],
    })
  })

  it('asks for the dispute where readings differ', () => {
    expect(asked([disputed('ai-core'), said('team/left')])?.fact).toBe('ai-core')
    expect(asked([disputed('team/left'), disputed('team/right')])?.fact).toBe('team')
  })

  it('offers every one of three options and no more than four choices', () => {
    expect(labels([], threeOptions)).toEqual(['ZIB', 'QUOR', 'MAVE', 'Not sure'])
  })

  it('shortens a name that no button holds', () => {
    const comparison = aComparison(['left', 'right'], [aRule('real-time', 'A', 'left', 1)])
    comparison.options[0]!.name = 'A name of 20 letters'
    expect(labels([], comparison)?.[0]).toBe('left')
  })

  it('asks nothing where no answer would change anything', () => {
    const comparison = aComparison(['left', 'right'], [])
    const everything = ['team/left', 'team/right', 'existing/left', 'existing/right'].map((id) => said(id))
    expect(asked(everything, comparison)).toBeNull()
  })
})
