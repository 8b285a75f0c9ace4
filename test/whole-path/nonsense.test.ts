import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import type { CardContext } from '../../src/cards/card-types.ts'
import { readBlocks } from '../../src/cards/measure.ts'
import { answer, answerEntry } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import type { FactId, ReadFact } from '../../src/core/domain/fact.ts'
import type { Pick } from '../../src/core/domain/pick.ts'
import type { Message, Question } from '../../src/core/domain/question.ts'
import { type Engine, prepare } from '../../src/core/engine.ts'
import { behindBreaches, cardBreaches } from './contract.ts'
import {
  knowledgeWithNonsense,
  names,
  nonsenseEngine,
  nonsenseSlug,
  type Swap,
  swappedIn,
  swaps,
} from './nonsense-pack.ts'
import { aMessage } from './questions.ts'
import {
  asOf,
  comparisonIn,
  contextOf,
  disputed,
  factIds,
  givenAs,
  holding,
  setsOfAtMostTwo,
  verdictOn,
} from './real-knowledge.ts'
import { seeded } from './seeded.ts'

const knowledge = knowledgeWithNonsense()
const engine = nonsenseEngine(knowledge)
const comparison = comparisonIn(engine)

/** What is wrong with the card of an answer and with what stands behind it. */
function wrong(shown: Answer, context: CardContext = contextOf()): string[] {
  return [
    ...cardBreaches(engine.knowledge, shown, context),
    ...behindBreaches(engine.knowledge, shown, context),
  ]
}

function ask(text: string, more: Partial<Question> = {}, of: Engine = engine): Answer {
  return answer(of, { text, asOf, ...more })
}

/** Line one as it is read. */
function lineOne(shown: Answer): string {
  return readBlocks(card(engine.knowledge, shown, contextOf()).blocks).split('\n')[0] ?? ''
}

const discussion: Message[] = [
  aMessage('we need live updates over websockets, people must see changes as they happen', {
    authorId: 'U1',
  }),
  aMessage('the team knows quor best', { authorId: 'U2', author: 'Ben' }),
  aMessage('lunch anyone?', { authorId: 'U3', author: 'Cy' }),
]

describe('three options that do not exist', () => {
  it.each([
    nonsenseSlug,
    'zibo vs quor',
    'quor vs zibo',
    'mave quor zibo',
    'Zibo, Quor or Mave?',
    'MAVE vs ZIBO vs QUOR',
    'which is better, zibo or mave',
  ])('have an overview on "%s"', (text) => {
    const shown = ask(text)
    expect(shown.kind).toBe('comparison')
    expect(lineOne(shown)).toBe('Zibo, Quor or Mave: none fits all')
    expect(wrong(shown)).toEqual([])
  })

  it.each([
    { text: 'we need live updates over websockets, zibo or quor?', pick: 'zibo' },
    { text: 'zibo, quor or mave? machine learning is the core of our product', pick: 'quor' },
    { text: 'our product is data pipelines and analytics. mave or zibo?', pick: 'mave' },
    { text: 'our team only knows mave and it is a plain crud api: zibo, quor or mave?', pick: 'mave' },
    { text: 'should we use quor or zibo? we know neither, it is a plain crud api', pick: 'either' },
  ])('have a verdict for $pick from the text "$text"', ({ text, pick }) => {
    const shown = ask(text)
    expect(shown.kind).toBe('verdict')
    expect(shown).toMatchObject({ pick })
    expect(wrong(shown)).toEqual([])
  })

  it.each([
    { facts: ['real-time'], pick: 'zibo', line: 'Zibo: better fit for live updates.' },
    {
      facts: ['ai-core', 'real-time'],
      pick: 'both',
      line: 'Both: Zibo for the live part, Quor for the model side.',
    },
    {
      facts: ['ai-core', 'real-time', 'data-core'],
      pick: 'both',
      line: 'Several, each for its part: Zibo, Quor and Mave.',
    },
    { facts: ['team/mave'], pick: 'mave', line: 'Mave: better fit for a team that knows Mave.' },
    { facts: ['strict-typing'], pick: 'zibo', line: 'Leaning Zibo, only for strict typing first.' },
    { facts: [], pick: 'either', line: 'Either Zibo, Quor or Mave: no fact separates them yet.' },
  ])('have a verdict for $pick from the facts $facts', ({ facts, pick, line }) => {
    const shown = verdictOn(engine, comparison, holding(facts))
    expect(shown.pick).toBe(pick)
    expect(lineOne(shown)).toBe(line)
    expect(wrong(shown)).toEqual([])
  })

  it.each([
    { text: 'Which one glimmers longest?', entry: 'criterion/glimmer' },
    { text: 'how often do i feed it', entry: 'faq/feeding' },
    { text: 'when does it moult?', entry: 'faq/moulting' },
    { text: 'what is quor', entry: 'faq/what-is-quor' },
    { text: 'table gleams', entry: 'table/gleams' },
  ])('have a topic on "$text"', ({ text, entry }) => {
    const shown = ask(text)
    expect(shown).toMatchObject({ entry: { entry } })
    expect(wrong(shown)).toEqual([])
  })

  it.each(['which has more heft in the hand or wobbles', 'glimmer or moult', 'glimmer or quench'])(
    'have an answer or an offer that fits on "%s"',
    (text) => {
      const shown = ask(text)
      expect(['faq', 'ambiguous']).toContain(shown.kind)
      expect(wrong(shown)).toEqual([])
    },
  )

  it('offer three topics by number', () => {
    const candidates = comparison.entries.slice(0, 3).map(({ entry, title }) => ({ entry, title }))
    const shown: Answer = { kind: 'ambiguous', comparison, candidates }
    expect(lineOne(shown)).toMatch(/Which one\?$/)
    expect(wrong(shown)).toEqual([])
  })

  it.each([
    { text: 'frobnix or blorple?', says: 'Frobnix vs Blorple is not covered.' },
    { text: 'should we use grumbit?', says: 'Grumbit is not covered.' },
    { text: 'grumbit vs zibo', says: 'Grumbit is not covered.' },
    { text: 'who painted the ceiling of the chapel', says: 'That is not covered.' },
  ])('refuse "$text"', ({ text, says }) => {
    const shown = ask(text)
    expect(shown.kind).toBe('not-covered')
    expect(lineOne(shown)).toBe(says)
    expect(wrong(shown)).toEqual([])
  })

  it.each(['', 'help', 'list', 'hello'])('explain themselves on "%s"', (text) => {
    const shown = ask(text)
    expect(shown.kind).toBe('help')
    expect(lineOne(shown)).toBe('I compare Zibo, Quor and Mave, from published guides.')
    expect(wrong(shown)).toEqual([])
  })

  it('are weighed in a thread', () => {
    const shown = ask('what should we take?', { thread: discussion })
    expect(shown).toMatchObject({ kind: 'verdict', pick: 'zibo', read: { messages: 3 } })
    const inThread = contextOf({ surface: 'thread', thread: discussion })
    expect(wrong(shown, inThread)).toEqual([])
    expect(readBlocks(card(engine.knowledge, shown, inThread).blocks)).toContain(
      'Despite: a team that knows Quor',
    )
  })

  it.each(comparison.entries.map(({ entry }) => entry))('have a card by the contract: %s', (id) => {
    const shown = answerEntry(engine, nonsenseSlug, id)
    expect(shown && wrong(shown)).toEqual([])
  })

  it('have a card by the contract on every set of at most two facts', () => {
    for (const ids of setsOfAtMostTwo(factIds(engine.knowledge, comparison)))
      expect({ ids, wrong: wrong(verdictOn(engine, comparison, holding(ids))) }).toEqual({ ids, wrong: [] })
  })

  it('are found beside another comparison, and it beside them', () => {
    const beside = prepare(knowledge)
    const [other] = knowledge.comparisons.filter(({ slug }) => slug !== nonsenseSlug)
    const choice = other?.options.map(({ name }) => name).join(' or ')
    for (const [text, slug] of [
      ['zibo or quor', nonsenseSlug],
      ['we need live updates over websockets, zibo or quor?', nonsenseSlug],
      ['how often do i feed it', nonsenseSlug],
      [choice, other?.slug],
      [`we need live updates over websockets, ${choice}?`, other?.slug],
    ]) {
      const shown = ask(text ?? '', {}, beside)
      expect('comparison' in shown && shown.comparison.slug).toBe(slug)
      expect(cardBreaches(beside.knowledge, shown, contextOf())).toEqual([])
    }
  })
})

describe.each(swaps.slice(1))('with $zibo for zibo, $quor for quor and $mave for mave', (swap) => {
  const swapped = nonsenseEngine(knowledge, swap)
  const inOldOrder = nonsenseEngine(knowledge, swap, names)

  /** The pick that the swap makes of a pick. */
  function pickUnder(pick: Pick): Pick {
    return pick === null ? null : swappedIn(pick, swap)
  }

  function facts(ids: readonly FactId[]): ReadFact[] {
    return holding(ids)
  }

  it('every pick, part and reading of every set of at most two facts is swapped', () => {
    for (const ids of setsOfAtMostTwo(factIds(engine.knowledge, comparison))) expectSwapped(facts(ids), swap)
  })

  it('every pick, part and reading of 500 larger sets is swapped', () => {
    const draws = seeded('swap')
    const ids = factIds(engine.knowledge, comparison)
    for (let index = 0; index < 500; index += 1) {
      const set = draws.some(ids, 3 + draws.below(7)).flatMap((id) => {
        if (draws.below(10) === 0) return disputed(id)
        return [givenAs(id, draws.pick(['yes', 'yes', 'yes', 'no', 'maybe']))]
      })
      expectSwapped(set, swap)
    }
  })

  it('every pick and topic of a question is swapped', () => {
    const texts = [
      'we need live updates over websockets, zibo or quor?',
      'zibo, quor or mave? machine learning is the core of our product',
      'our team only knows mave and it is a plain crud api: zibo, quor or mave?',
      'we run quor today and the data pipelines are in mave. what now, zibo or quor?',
      'grumbit or zibo?',
      'what is quor',
      'which one glimmers longest',
      'mave or quor',
    ]
    for (const text of texts) {
      for (const thread of [undefined, discussion]) {
        const before = outcome(ask(text, thread ? { thread } : {}))
        const after = ask(swappedIn(text, swap), thread ? { thread: swappedIn(thread, swap) } : {}, swapped)
        expect({ text, ...outcome(after) }).toEqual({ text, ...swappedIn(before, swap) })
      }
    }
  })

  /** The order in which the options stand in their file decides nothing either. */
  function expectSwapped(set: readonly ReadFact[], by: Swap): void {
    const before = verdictOn(engine, comparison, set)
    for (const other of [swapped, inOldOrder]) {
      const after = verdictOn(other, comparisonIn(other), swappedIn(set, by))
      expect(after.pick).toBe(pickUnder(before.pick))
      expect(after.parts.map(({ part, option }) => `${part} ${option}`).sort()).toEqual(
        before.parts.map(({ part, option }) => `${part} ${swappedIn(option, by)}`).sort(),
      )
      expect(new Set(after.readings.map(({ pick }) => pick))).toEqual(
        new Set(before.readings.map(({ pick }) => pickUnder(pick))),
      )
    }
  }
})

/** What an answer comes down to, without words and content. */
function outcome(shown: Answer) {
  return {
    kind: shown.kind,
    pick: shown.kind === 'verdict' ? shown.pick : undefined,
    facts:
      shown.kind === 'verdict' ? shown.facts.map(({ id, value, counted }) => ({ id, value, counted })) : [],
    entry: 'entry' in shown ? shown.entry.entry : undefined,
    subject: shown.kind === 'not-covered' ? shown.subject : undefined,
  }
}
