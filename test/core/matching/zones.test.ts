import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/core/answer.ts'
import type { Entry } from '../../../src/core/domain/entry.ts'
import type { Knowledge } from '../../../src/core/domain/knowledge.ts'
import { prepare } from '../../../src/core/engine.ts'
import { Numbering } from '../../../src/core/language/numbering.ts'
import { buildLinear, type Linear } from '../../../src/core/reading/linear.ts'
import type { ReaderModel } from '../../../src/core/reading/model.ts'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'
import { fixture } from '../../knowledge/broken-copy.ts'
import { asOf } from '../../whole-path/real-knowledge.ts'
import { engine as shipped } from '../real-engine.ts'

/** A model that says the same of every text: a sum per class. */
function always(sums: Readonly<Record<string, number>>): Linear {
  return buildLinear(Object.keys(sums), Float64Array.from(Object.values(sums)), [])
}

/** A reader that finds nothing, calls nothing a situation and is for and against no scope. */
const model: ReaderModel = {
  trainedOn: 'nothing',
  presence: always({ loud: -9 }),
  polarity: always({ yes: 0 }),
  mention: always({ none: 9 }),
  gate: always({ situation: -9, general: 0 }),
  background: { texts: 0, numbers: new Numbering(), documents: [], mass: [] },
}

const small = loadKnowledge(fixture, { model })

/** Knowledge with other wordings for one entry. */
function withWordings(knowledge: Knowledge, id: string, wordings: readonly string[]): Knowledge {
  const edited = (entry: Entry): Entry =>
    entry.entry === id ? { ...entry, wordings: [...entry.wordings, ...wordings] } : entry
  return {
    ...knowledge,
    comparisons: knowledge.comparisons.map((comparison) => ({
      ...comparison,
      entries: comparison.entries.map(edited),
    })),
  }
}

/** What a text leads to: the entry it is answered with, else the kind of answer. */
function asked(knowledge: Knowledge, text: string): string {
  const given = answer(prepare(knowledge), { text, asOf })
  return given.kind === 'faq' || given.kind === 'table' ? given.entry.entry : given.kind
}

describe('a question', () => {
  const knowledge = withWordings(small, 'criterion/loudness', [
    'how far away is the hooting heard',
    'does the hooting wake the neighbours',
    'hooting heard at night',
  ])

  it.each([
    { text: 'how far away is the hooting heard', leads: 'criterion/loudness' },
    { text: 'is the hooting heard far away', leads: 'criterion/loudness' },
    { text: 'hooting heard by tax owls', leads: 'ambiguous' },
    { text: 'yodel xylophone quickly', leads: 'not-covered' },
  ])('$text leads to $leads', ({ text, leads }) => {
    expect(asked(knowledge, text)).toBe(leads)
  })

  it('that may mean several things offers three, the likeliest first', () => {
    const given = answer(prepare(knowledge), { text: 'hooting heard by tax owls', asOf })
    expect(given.kind).toBe('ambiguous')
    if (given.kind !== 'ambiguous') return
    expect(given.candidates).toHaveLength(3)
    expect(given.candidates[0]?.entry).toBe('criterion/loudness')
    expect(new Set(given.candidates.map(({ entry }) => entry)).size).toBe(3)
  })

  it('that is refused names what is covered, and calls nothing near that shares nothing', () => {
    const given = answer(prepare(knowledge), { text: 'yodel xylophone quickly', asOf })
    expect(given).toMatchObject({
      kind: 'not-covered',
      subject: null,
      named: null,
      covered: [{ slug: 'blips', names: ['Blip', 'Dorn', 'Kesh'] }],
    })
    expect(given.kind === 'not-covered' && given.nearest).toEqual([])
  })

  it('that sets a foreign name against an option of a named pair leads to what little is said', () => {
    expect(answer(prepare(small), { text: 'quux or blip?', asOf })).toMatchObject({
      kind: 'not-covered',
      named: { pair: { title: 'Quux vs Blip' } },
      nearest: [{ entry: 'faq/what-is-blip' }],
    })
  })
})

describe('a question near to nothing', () => {
  it.each(['what is the weather', 'what', 'why?'])(
    'is refused and not offered three to choose from, though it asks in familiar words: %s',
    (text) => {
      expect(answer(shipped, { text, asOf })).toMatchObject({ kind: 'not-covered', nearest: [] })
    },
  )
})

describe('a table that does not exist', () => {
  it('is named, and the tables that exist are listed', () => {
    expect(answer(prepare(small), { text: 'table nonsense', asOf })).toMatchObject({
      kind: 'not-covered',
      tables: { asked: 'nonsense', known: [{ entry: 'table/sones' }] },
    })
  })
})

describe('an edited entry', () => {
  it.each(['criterion/loudness', 'faq/what-is-dorn'])('answers as %s once that has the wordings', (entry) => {
    const text = 'does the gronk fit the sprocket'
    expect(asked(small, text)).toBe('not-covered')
    expect(asked(withWordings(small, entry, [text, `${text} or not`, `say ${text}`]), text)).toBe(entry)
  })

  it('works at once in shipped knowledge, with the trained models as they were', () => {
    const text = 'does the event loop mind flibberty gibbets'
    const edited = withWordings(shipped.knowledge, 'faq/career', [
      text,
      'flibberty gibbets in the event loop',
    ])
    expect(asked(shipped.knowledge, text)).not.toBe('faq/career')
    expect(asked(edited, text)).toBe('faq/career')
  })
})
