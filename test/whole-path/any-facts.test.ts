import { describe, expect, it } from 'vitest'
import type { CardContext } from '../../src/cards/card-types.ts'
import type { FactId, ReadFact } from '../../src/core/domain/fact.ts'
import { behindBreaches, cardBreaches } from './contract.ts'
import { aMessage } from './questions.ts'
import {
  comparisonIn,
  contextOf,
  disputed,
  factIds,
  givenAs,
  realEngine,
  verdictOn,
} from './real-knowledge.ts'
import { type Seeded, seeded } from './seeded.ts'

const count = 10_000
/** Modals and full tables are made of every so many sets: they take longer than the cards. */
const behindEvery = 25

const engine = realEngine()
const { knowledge } = engine
const comparison = comparisonIn(engine)
const parts = knowledge.catalogue.parts.map(({ id }) => id)
const thread = Array.from({ length: 8 }, (_, index) =>
  aMessage(`message ${index}`, {
    authorId: `U${index % 3}`,
    time: `10:0${index}`,
    permalink: `https://nonsense.example/p${index}`,
  }),
)
const places: CardContext[] = [
  contextOf(),
  contextOf({ surface: 'thread', thread, people: (id) => `Ann-Kathrin ${id}` }),
  contextOf({ surface: 'channel', sharedBy: { user: 'U1', asked: 'which of the two is it?' } }),
  contextOf({ surface: 'dm', answered: { user: 'U2', label: 'Not sure' }, note: 'A note.' }),
]

/** One fact as it may be read: mostly a yes, at times of another part, in dispute, not counted, or without words. */
function aFact(id: FactId, { below, pick }: Seeded): ReadFact[] {
  const said = {
    message: below(thread.length),
    quote: `we talked about ${id} for a while, and then about the rest of it`.slice(0, 6 + below(60)),
  }
  const own = below(3) > 0 ? said : {}
  if (below(12) === 0) return disputed(id).map((fact) => ({ ...fact, ...said }))
  const fact = givenAs(id, pick(['yes', 'yes', 'yes', 'no', 'maybe', 'past']))
  const elsewhere = below(6) === 0 ? { part: pick(parts) } : {}
  return [{ ...fact, ...(own === said ? { grade: 'stated' as const } : {}), ...own, ...elsewhere }]
}

describe('any set of facts', () => {
  const draws = seeded('any set of facts')
  const ids = factIds(knowledge, comparison)

  it(`has a card by the contract, ${count} times`, () => {
    const found: string[] = []
    for (let index = 0; index < count && found.length < 20; index += 1) {
      const facts = draws.some(ids, draws.below(12)).flatMap((id) => aFact(id, draws))
      const read = { messages: thread.length, used: draws.below(8), unread: draws.below(2) * 5 }
      const verdict = {
        ...verdictOn(engine, comparison, facts),
        read: draws.below(2) === 0 ? read : null,
        deadlock: draws.below(8) === 0,
        noRule: draws.below(4) === 0 ? [{ quote: 'it must run on our own machines', message: 3 }] : [],
      }
      const place = draws.pick(places)
      const wrong = [
        ...cardBreaches(knowledge, verdict, place),
        ...(index % behindEvery === 0 ? behindBreaches(knowledge, verdict, place) : []),
      ]
      const name = facts.map(({ id, value, part = '' }) => `${id}=${value}${part}`).join(' ')
      found.push(...wrong.map((breach) => `${name}: ${breach}`))
    }
    expect(found).toEqual([])
  })

  it('draws sets of every kind', () => {
    const again = seeded('any set of facts')
    const drawn = Array.from({ length: 500 }, () =>
      verdictOn(
        engine,
        comparison,
        again.some(ids, again.below(8)).flatMap((id) => aFact(id, again)),
      ),
    )
    const picks = new Set(drawn.map(({ pick }) => pick))
    expect(picks).toEqual(new Set([...comparison.options.map(({ id }) => id), 'both', 'either', null]))
    expect(drawn.some(({ leaning }) => leaning)).toBe(true)
    expect(drawn.some(({ outweighed }) => outweighed.length > 2)).toBe(true)
    expect(drawn.some(({ clarifying }) => clarifying !== null)).toBe(true)
  })
})
