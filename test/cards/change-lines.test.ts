import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import type { CardContext } from '../../src/cards/card-types.ts'
import { readBlocks } from '../../src/cards/measure.ts'
import type { Correction } from '../../src/core/decision/given.ts'
import { aCardKnowledge, aContextInThread, aReadFact, aVerdict } from '../support/card-fixture.ts'

const knowledge = aCardKnowledge()
const verdict = aVerdict(knowledge, [aReadFact('live', { message: 0 })], {
  read: { messages: 6, used: 1, unread: 0 },
})
const said = (more: Partial<CardContext>) =>
  readBlocks(card(knowledge, verdict, aContextInThread(more)).blocks).split('\n')

describe('who corrected what', () => {
  const line = (corrections: Correction[], user?: string) =>
    said({ corrected: { corrections, ...(user === undefined ? {} : { user }) } }).find((each) =>
      each.includes('changed:'),
    )

  it('is one line', () => {
    expect(line([{ id: 'live', value: 'no' }], 'U2')).toBe('Ben changed: live updates to no')
    expect(line([{ id: 'live', value: 'maybe' }])).toBe('You changed: live updates to not known')
  })

  it('counts what it has no room for', () => {
    const ids = ['live', 'small', 'sharing', 'models']
    expect(
      line(
        ids.map((id) => ({ id, value: 'yes' })),
        'U1',
      ),
    ).toBe('Ann changed: live updates to yes, small bundles to yes, +2')
  })

  it('names the option that was chosen, and not those that were not', () => {
    const team = ['blorp', 'quix', 'zanter'].map(
      (option): Correction => ({ id: `team/${option}`, value: option === 'quix' ? 'yes' : 'no' }),
    )
    expect(line(team, 'U1')).toBe('Ann changed: Team knows Quix to yes')
  })
})

describe('what changed since the last card', () => {
  const line = (since: NonNullable<CardContext['since']>) =>
    said({ since }).find((each) => each.startsWith('Since'))
  const same = { added: [], withdrawn: [], pick: 'blorp', samePick: true }

  it('names facts that came and went, and the verdict that was', () => {
    const changes = {
      added: ['live'],
      withdrawn: ['small', 'sharing', 'models'],
      pick: 'quix',
      samePick: false,
    }
    expect(line({ ...changes, time: '10:07', permalink: 'https://nonsense.example/p1' })).toBe(
      'Since my card at 10:07: added live updates; dropped small bundles, shared types, +1. It said Quix.',
    )
    expect(line({ ...changes, withdrawn: [], pick: null })).toBe(
      'Since my last card: added live updates. It said open.',
    )
  })

  it('counts facts that have no room', () => {
    const longest = aCardKnowledge('longest')
    const shown = card(
      longest,
      aVerdict(longest, [], { read: { messages: 6, used: 1, unread: 0 } }),
      aContextInThread({
        since: { ...same, added: ['live', 'small'], withdrawn: ['sharing'], samePick: false },
      }),
    )
    expect(readBlocks(shown.blocks)).toContain(
      'Since my last card: added 2 facts; dropped 1 fact. It said Blorp',
    )
  })

  it('says so where nothing changed', () => {
    expect(line({ ...same, time: '10:07' })).toBe('Since my card at 10:07: no new facts. Same verdict.')
  })

  it('links the card', () => {
    const { blocks } = card(
      knowledge,
      verdict,
      aContextInThread({ since: { ...same, time: '10:07', permalink: 'https://nonsense.example/p1' } }),
    )
    expect(JSON.stringify(blocks)).toContain('<https://nonsense.example/p1|my card at 10:07>')
  })
})

describe('a what-if', () => {
  const supposed = [
    aReadFact('live', { message: 0 }),
    aReadFact('models', { grade: 'given', quote: 'suppose models' }),
  ]
  const { blocks, text } = card(
    knowledge,
    aVerdict(knowledge, supposed, { whatIf: ['models'], read: { messages: 6, used: 1, unread: 0 } }),
    aContextInThread(),
  )

  it('is marked below line one and where only the text is heard', () => {
    expect(readBlocks(blocks).split('\n')[1]).toBe('What if: models at the core')
    expect(text.split('\n')[1]).toBe('What if: models at the core')
  })

  it('is neither counted nor given', () => {
    expect(readBlocks(blocks)).not.toContain('suppose models')
    expect(readBlocks(blocks)).not.toContain('Given')
  })
})

describe('what could not be read', () => {
  const line = (read: {
    messages: number
    used: number
    unread: number
    newestUnread?: boolean
    otherLanguage?: number
  }) => readBlocks(card(knowledge, { ...verdict, read }, aContextInThread()).blocks)

  it('is told by which messages were', () => {
    expect(line({ messages: 15, used: 1, unread: 25, newestUnread: true })).toContain(
      'Read the first 15 of 40 messages, used 1.',
    )
    expect(line({ messages: 1000, used: 1, unread: 205 })).toContain(
      'Read the first and newest 1,000 of 1,205 messages, used 1.',
    )
    expect(line({ messages: 3, used: 1, unread: 0, otherLanguage: 2 })).toContain(
      'Read 3 messages, used 1; 2 not in English.',
    )
  })
})
