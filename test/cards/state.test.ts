import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import { menuChoice, menuValues } from '../../src/cards/foot.ts'
import {
  decodeState,
  encodeState,
  type State,
  stateBlockId,
  stateOf,
  stateProblem,
} from '../../src/cards/state.ts'
import { aCardKnowledge, aContext, aReadFact, aTopic, aVerdict } from '../support/card-fixture.ts'

const knowledge = aCardKnowledge()
const state: State = {
  v: 1,
  kind: 'verdict',
  slug: 'blorp-vs-quix',
  facts: { live: 'yes', 'team/quix': 'no' },
}

describe('the state of a card', () => {
  it('survives the way through a button', () => {
    expect(decodeState(knowledge, encodeState(state))).toEqual({ ok: true, state })
  })

  it.each([
    { text: 'not JSON', problem: 'unreadable' },
    { text: '{"v":1}', problem: 'unreadable' },
    { text: '{"v":1,"kind":"verdict","facts":{},"extra":1}', problem: 'unreadable' },
    { text: '{"v":2,"kind":"verdict","facts":{}}', problem: 'other-version' },
    { text: JSON.stringify({ ...state, slug: 'gone' }), problem: 'unknown-id' },
    { text: JSON.stringify({ ...state, facts: { gone: 'yes' } }), problem: 'unknown-id' },
    { text: JSON.stringify({ ...state, facts: { 'team/gone': 'yes' } }), problem: 'unknown-id' },
    { text: JSON.stringify({ ...state, facts: { team: 'yes' } }), problem: 'unknown-id' },
    { text: JSON.stringify({ ...state, entry: 'faq/gone' }), problem: 'unknown-id' },
    { text: '{"v":1,"kind":"faq","facts":{},"entry":"faq/what-is-it"}', problem: 'unknown-id' },
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
        event_payload: { state: encodeState(stateOf(verdict)) },
      }),
    )
  })

  it('leaves out what is in dispute, since a choice brings it', () => {
    const disputed = { counted: false, reason: 'contradicted' } as const
    const verdict = aVerdict(knowledge, [aReadFact('team/quix', disputed), aReadFact('team/blorp', disputed)])
    expect(stateOf(verdict).facts).toEqual({})
  })

  it('stands in the row of buttons where it is short enough for one', () => {
    expect(stateBlockId(state)).toBe(encodeState(state))
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`fact-${index}`, 'yes' as const]),
    )
    expect(stateBlockId({ ...state, facts: many })).toBeUndefined()
  })

  it('says whether a choice was given or unsure', () => {
    const { blocks } = card(knowledge, aVerdict(knowledge, [aReadFact('plain')]), aContext())
    const values = blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.flatMap((each) => (each.type === 'button' ? [each] : []))
        : [],
    )
    const chosen = values
      .filter(({ action_id }) => action_id?.startsWith('choice/'))
      .map(({ value }) => decodeState(knowledge, value ?? ''))
    expect(chosen.map((each) => each.ok && each.state.choice)).toEqual(['given', 'given', 'given', 'unsure'])
    expect(chosen.map((each) => each.ok && each.state.facts.plain)).toEqual(['yes', 'yes', 'yes', 'yes'])
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
