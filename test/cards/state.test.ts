import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import { menuChoice, menuValues } from '../../src/cards/foot.ts'
import {
  corrected,
  decodeState,
  encodeState,
  factsOf,
  readMetadata,
  type State,
  stateBlockId,
  stateMetadata,
  stateOf,
  stateProblem,
} from '../../src/cards/state.ts'
import { aCardKnowledge, aContext, aReadFact, aTopic, aVerdict } from '../support/card-fixture.ts'

const knowledge = aCardKnowledge()
const state: State = {
  kind: 'verdict',
  slug: 'blorp-vs-quix',
  facts: { live: 'yes', 'team/quix': 'no' },
}

describe('the state of a card', () => {
  it('survives the way through a button', () => {
    const states: State[] = [
      state,
      { ...state, given: ['team/quix'], unsure: ['team'], whatIf: ['live'] },
      { ...state, choice: { asked: 'team', facts: { 'team/quix': 'yes' } } },
      { kind: 'comparison', slug: 'blorp-vs-quix', facts: {} },
    ]
    for (const each of states)
      expect(decodeState(knowledge, encodeState(each))).toEqual({ ok: true, state: each })
  })

  it('after corrections holds them as given, and no longer as supposed', () => {
    const supposed: State = { ...state, unsure: ['team'], whatIf: ['live', 'sharing'] }
    const corrections = [{ id: 'live', value: 'maybe' as const }]
    expect(corrected(supposed, corrections)).toEqual({
      ...state,
      facts: { live: 'maybe', 'team/quix': 'no' },
      given: ['live'],
      unsure: ['team'],
      whatIf: ['sharing'],
    })
    expect(factsOf(corrected(state, corrections))).toMatchObject([
      { id: 'live', grade: 'given', counted: false },
      { id: 'team/quix', grade: 'stated', counted: true, value: 'no' },
    ])
  })

  it.each([
    { text: 'not JSON', problem: 'unreadable' },
    { text: '{"v":2}', problem: 'unreadable' },
    { text: '{"v":2,"kind":"verdict","facts":{},"extra":1}', problem: 'unreadable' },
    { text: '{"v":2,"kind":"verdict","facts":{"live":"yes"}}', problem: 'unreadable' },
    { text: '{"v":1,"kind":"verdict","facts":{}}', problem: 'other-version' },
    { text: encodeState({ ...state, slug: 'gone' }), problem: 'unknown-id' },
    { text: encodeState({ ...state, facts: { gone: 'yes' } }), problem: 'unknown-id' },
    { text: encodeState({ ...state, facts: { 'team/gone': 'yes' } }), problem: 'unknown-id' },
    { text: encodeState({ ...state, facts: { team: 'yes' } }), problem: 'unknown-id' },
    { text: encodeState({ ...state, choice: { facts: { gone: 'yes' } } }), problem: 'unknown-id' },
    { text: encodeState({ ...state, unsure: ['gone'] }), problem: 'unknown-id' },
    { text: encodeState({ ...state, entry: 'faq/gone' }), problem: 'unknown-id' },
    { text: '{"v":2,"kind":"faq","facts":{},"entry":"faq/what-is-it"}', problem: 'unknown-id' },
  ])('is refused as $problem: $text', ({ text, problem }) => {
    const decoded = decodeState(knowledge, text)
    expect(decoded).toMatchObject({ ok: false, problem })
    expect(!decoded.ok && stateProblem(decoded, '/choose')).toMatch(/Ask again with \/choose\.$/)
  })

  it('holds ids and values, never words', () => {
    const verdict = aVerdict(knowledge, [aReadFact('live', { quote: 'MARKER' })], {
      noRule: [{ quote: 'MARKER' }],
    })
    const { metadata } = card(knowledge, verdict, aContext())
    expect(encodeState(stateOf(verdict))).not.toContain('MARKER')
    expect(JSON.stringify(metadata)).toBe(
      JSON.stringify({
        event_type: 'stack_verdict_card',
        event_payload: { state: encodeState(stateOf(verdict)), pick: verdict.pick },
      }),
    )
  })

  it('leaves out what is in dispute, since a choice brings it', () => {
    const disputed = { counted: false, reason: 'contradicted' } as const
    const verdict = aVerdict(knowledge, [aReadFact('team/quix', disputed), aReadFact('team/blorp', disputed)])
    expect(stateOf(verdict).facts).toEqual({})
  })

  it('reads back what its message said, the pick of a dispute too', () => {
    expect(readMetadata(stateMetadata(state, 'quix'))).toEqual({ state: encodeState(state), pick: 'quix' })
    expect(readMetadata(stateMetadata(state, null))).toEqual({ state: encodeState(state), pick: null })
    expect(readMetadata(stateMetadata(state))).toEqual({ state: encodeState(state) })
    expect(readMetadata({ event_type: 'other', event_payload: { state: '{}' } })).toBeNull()
  })

  it('stands in the row of buttons where it is short enough for one', () => {
    expect(stateBlockId(encodeState(state))).toBe(encodeState(state))
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`fact-${index}`, 'yes' as const]),
    )
    expect(stateBlockId(encodeState({ ...state, facts: many }))).toBeUndefined()
  })

  it('keeps what a choice says apart from what the card says', () => {
    const { blocks } = card(knowledge, aVerdict(knowledge, [aReadFact('plain')]), aContext())
    const values = blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.flatMap((each) => (each.type === 'button' ? [each] : []))
        : [],
    )
    const chosen = values
      .filter(({ action_id }) => action_id?.startsWith('choice/'))
      .map(({ value }) => decodeState(knowledge, value ?? ''))
    const choices = chosen.map((each) => (each.ok ? each.state.choice : undefined))
    expect(choices.map((each) => each?.asked)).toEqual(['team', 'team', 'team', 'team'])
    expect(choices.map((each) => each?.facts['team/quix'])).toEqual(['no', 'yes', 'no', undefined])
    expect(chosen.map((each) => each.ok && each.state.facts)).toEqual(chosen.map(() => ({ plain: 'yes' })))
  })
})

describe('the menu', () => {
  it('reads back what it wrote, and nothing else', () => {
    expect(menuChoice(menuValues.remove('U1'))).toEqual({ choice: 'remove', user: 'U1' })
    expect(menuChoice(menuValues.entry('faq/what-is-it'))).toEqual({
      choice: 'entry',
      entry: 'faq/what-is-it',
    })
    expect(menuChoice(menuValues.sources)).toEqual({ choice: 'sources' })
    expect(menuChoice('other')).toBeNull()
  })

  it('offers what is near to a topic', () => {
    const text = JSON.stringify(card(knowledge, aTopic(knowledge, 'criterion/speed'), aContext()).blocks)
    expect(text).toContain('entry:table/figures')
  })
})
