import { describe, expect, it, vi } from 'vitest'
import { card } from '../../src/cards/card.ts'
import type { CardContext } from '../../src/cards/card-types.ts'
import { keptCards } from '../../src/cards/kept-cards.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import { fakeAnswer, knowledge, slug } from '../slack/answers.ts'

const alone: CardContext = {
  command: '/stack',
  surface: 'private',
  asOf: '2026-11-21',
  asker: 'U1',
  people: () => '',
}

function counted() {
  const build = vi.fn((answer: Answer, context: CardContext) => card(knowledge, answer, context))
  return { build, kept: keptCards(build) }
}

const ask = (text: string) => fakeAnswer({ text, asOf: alone.asOf })

describe('kept cards', () => {
  it.each([slug, 'what is dorn', 'help'])('builds the private card of "%s" once for everybody', (text) => {
    const { build, kept } = counted()
    const first = kept(ask(text), alone)
    expect(kept(ask(text), { ...alone, asker: 'U2' })).toEqual(card(knowledge, ask(text), alone))
    expect(first).toEqual(card(knowledge, ask(text), alone))
    expect(build).toHaveBeenCalledOnce()
  })

  it('tells an answer that offers another from the same one alone', () => {
    const { build, kept } = counted()
    const answer = ask('what is dorn')
    const other = ask(slug)
    if (answer.kind !== 'faq' || other.kind !== 'comparison') throw new Error('not what was asked')
    const both = { ...answer, elsewhere: other }
    expect(kept(answer, alone)).toEqual(card(knowledge, answer, alone))
    expect(kept(both, alone)).toEqual(card(knowledge, both, alone))
    expect(kept(both, alone)).toEqual(card(knowledge, both, alone))
    expect(build).toHaveBeenCalledTimes(2)
  })

  it('builds a card anew on another day and for another command', () => {
    const { build, kept } = counted()
    kept(ask(slug), alone)
    kept(ask(slug), { ...alone, asOf: '2026-11-22' })
    kept(ask(slug), { ...alone, asOf: '2026-11-22', command: '/other' })
    expect(build).toHaveBeenCalledTimes(3)
  })

  it.each<Partial<CardContext>>([
    { surface: 'channel' },
    { sharedBy: { user: 'U2' } },
    { answered: { label: 'Yes' } },
    { note: 'I used the question alone.' },
    { thread: [] },
  ])('keeps no card that says how it came about: %o', (how) => {
    const { build, kept } = counted()
    kept(ask(slug), { ...alone, ...how })
    kept(ask(slug), { ...alone, ...how })
    expect(build).toHaveBeenCalledTimes(2)
  })

  it('keeps no verdict, which quotes people', () => {
    const { build, kept } = counted()
    const verdict = ask('it must be loud')
    kept(verdict, alone)
    kept(verdict, alone)
    expect(verdict.kind).toBe('verdict')
    expect(build).toHaveBeenCalledTimes(2)
  })
})
