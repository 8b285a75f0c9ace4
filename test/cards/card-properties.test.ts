import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorsOf, validateMessage, validateView } from '../../src/cards/block-kit/validate.ts'
import { card } from '../../src/cards/card.ts'
import { fullTable } from '../../src/cards/full-table.ts'
import { plainCard } from '../../src/cards/plain-card.ts'
import { sourcesModal } from '../../src/cards/sources-modal.ts'
import { decodeState, encodeState, stateOf } from '../../src/cards/state.ts'
import { whyModal } from '../../src/cards/why-modal.ts'
import type { ReadFact } from '../../src/core/domain/fact.ts'
import { breaches } from '../support/card-checks.ts'
import { aCardKnowledge, aContext, aContextInThread, aVerdict, formsOf } from '../support/card-fixture.ts'

const ids = [
  'models',
  'live',
  'team/blorp',
  'team/quix',
  'team/zanter',
  'sharing',
  'side-job',
  'small',
  'plain',
]
const words = fc.oneof(
  fc.string({ maxLength: 90, unit: 'grapheme' }),
  fc.constantFrom('<!channel>', '*_~`', 'a\nb', ''),
)

const fact: fc.Arbitrary<ReadFact> = fc
  .record({
    id: fc.constantFrom(...ids),
    value: fc.constantFrom('yes' as const, 'no' as const, 'maybe' as const, 'past' as const),
    quote: fc.option(words, { nil: undefined }),
    message: fc.option(fc.nat(7), { nil: undefined }),
    reason: fc.constantFrom(
      'contradicted' as const,
      'hypothetical' as const,
      'other-team' as const,
      undefined,
    ),
  })
  .map(({ id, value, quote, message, reason }) => ({
    id,
    value,
    grade: quote === undefined ? 'given' : 'stated',
    counted: reason === undefined && (value === 'yes' || value === 'no'),
    probability: 1,
    ...(reason === undefined ? {} : { reason }),
    ...(quote === undefined ? {} : { quote }),
    ...(message === undefined ? {} : { message }),
  }))

const verdicts = fc.record({
  facts: fc.uniqueArray(fact, { selector: ({ id }) => id, maxLength: 9 }),
  noRule: fc.array(fc.record({ quote: words, message: fc.nat(7) }), { maxLength: 5 }),
  deadlock: fc.boolean(),
  thread: fc.boolean(),
  longest: fc.boolean(),
  shared: fc.option(words, { nil: undefined }),
  answered: fc.option(words, { nil: undefined }),
  note: fc.option(words, { nil: undefined }),
})

type Drawn = typeof verdicts extends fc.Arbitrary<infer T> ? T : never

const knowledges = { ordinary: aCardKnowledge(), longest: aCardKnowledge('longest') }

describe('any verdict', () => {
  const made = ({ facts, noRule, deadlock, thread, longest, shared, answered, note }: Drawn) => {
    const knowledge = knowledges[longest ? 'longest' : 'ordinary']
    const read = thread ? { messages: 1000, used: facts.length, unread: 12 } : null
    const verdict = aVerdict(knowledge, facts, { noRule, deadlock, read })
    const context = (thread ? aContextInThread : aContext)({
      ...(shared === undefined ? {} : { sharedBy: { user: 'U1', asked: shared } }),
      ...(answered === undefined ? {} : { answered: { user: 'U2', label: answered } }),
      ...(note === undefined ? {} : { note }),
    })
    return { knowledge, verdict, context }
  }

  it('gives a card within every limit, in blocks and in plain sections', () => {
    fc.assert(
      fc.property(verdicts, (drawn) => {
        const { knowledge, verdict, context } = made(drawn)
        const message = card(knowledge, verdict, context)
        expect(breaches(verdict, message, false)).toEqual([])
        expect(errorsOf(validateMessage(plainCard(message)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('gives modals and a full table that Slack takes', () => {
    fc.assert(
      fc.property(verdicts, (drawn) => {
        const { knowledge, verdict, context } = made(drawn)
        const views = [
          whyModal(knowledge, verdict, context),
          sourcesModal(verdict, context),
          ...formsOf(knowledge, verdict, context),
        ]
        for (const view of views) expect(validateView(view)).toEqual([])
        const full = fullTable(verdict, context)
        expect(full && validateMessage(full)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('comes back from its buttons with the same facts and no words', () => {
    fc.assert(
      fc.property(verdicts, (drawn) => {
        const { knowledge, verdict } = made(drawn)
        const state = stateOf(verdict)
        const text = encodeState(state)
        expect(decodeState(knowledge, text)).toEqual({ ok: true, state })
        for (const { id, counted, value } of verdict.facts) if (counted) expect(state.facts[id]).toBe(value)
        expect(Object.keys(state.facts).every((id) => ids.includes(id))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
