import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import { readBlocks } from '../../src/cards/measure.ts'
import { decodeState, encodeState, stateOf } from '../../src/cards/state.ts'
import { whyModal } from '../../src/cards/why-modal.ts'
import { answer } from '../../src/core/answer.ts'
import type { Answer, Verdict } from '../../src/core/domain/answer.ts'
import { prepare } from '../../src/core/engine.ts'
import { told } from '../core/real-engine.ts'
import { cardBreaches } from './contract.ts'
import { knowledgeWithTwo, nonsenseSlug, secondSlug } from './nonsense-pack.ts'
import { asOf, comparisonIn, contextOf, holding, verdictOn } from './real-knowledge.ts'

const engine = prepare(knowledgeWithTwo())
const second = comparisonIn(engine, secondSlug)

function verdict(text: string): Verdict {
  const shown: Answer = answer(engine, { text, asOf, comparison: secondSlug })
  if (shown.kind !== 'verdict') throw new Error(`"${text}" led to ${shown.kind}.`)
  return shown
}

describe('facts of one comparison', () => {
  it.each([
    { text: 'it must stand salt water. quornet or vernade?', facts: ['tidal=yes'], pick: 'vernade' },
    { text: 'quornet or vernade? it lies out at sea', facts: ['tidal=yes'], pick: 'vernade' },
    { text: 'quornet or vernade? it will never see salt water', facts: ['tidal=no'], pick: 'either' },
    { text: 'we have no salt water here. quornet or vernade?', facts: ['tidal=no'], pick: 'either' },
    {
      text: 'quornet or vernade, maybe spring tide later',
      facts: ['tidal=maybe (later)'],
      pick: 'either',
    },
    { text: 'it must have a fixed mooring. quornet or vernade?', facts: ['moored=yes'], pick: 'quornet' },
    {
      text: 'our team knows quornet, and it must stand salt water. quornet or vernade?',
      facts: ['team/quornet=yes', 'tidal=yes'],
      pick: 'vernade',
    },
  ])('are read from their terms in "$text"', ({ text, facts, pick }) => {
    const shown = verdict(text)
    expect(shown.facts.map(told).sort()).toEqual(facts)
    expect(shown.pick).toBe(pick)
    expect(cardBreaches(engine.knowledge, shown, contextOf())).toEqual([])
  })

  it('are no facts of another comparison, whose card says so of a need', () => {
    const text = 'we need a place out at sea, and live updates over websockets. zibo or quor?'
    const shown = answer(engine, { text, asOf, comparison: nonsenseSlug })
    expect(shown).toMatchObject({ kind: 'verdict', pick: 'zibo' })
    expect(shown.kind === 'verdict' && shown.facts.map(({ id }) => id)).toEqual(['real-time'])
    expect(shown.kind === 'verdict' && shown.noRule.map(({ quote }) => quote)).toEqual([
      'we need a place out at sea',
    ])
  })

  it('have their words on cards and behind them', () => {
    const shown = verdictOn(engine, second, holding(['tidal']))
    expect(readBlocks(card(engine.knowledge, shown, contextOf()).blocks)).toContain(
      'Vernade: better fit for a place at sea.',
    )
    expect(JSON.stringify(whyModal(engine.knowledge, shown, contextOf()))).toContain('the harbour side')
  })

  it('are known in the state of buttons, and only there where they belong', () => {
    const state = stateOf(verdictOn(engine, second, holding(['tidal'])))
    expect(decodeState(engine.knowledge, encodeState(state))).toEqual({ ok: true, state })
    const elsewhere = encodeState({ ...state, slug: nonsenseSlug })
    expect(decodeState(engine.knowledge, elsewhere)).toMatchObject({ problem: 'unknown-id', what: 'tidal' })
  })
})
