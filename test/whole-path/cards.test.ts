import { describe, expect, it } from 'vitest'
import { errorsOf, validateMessage, validateView } from '../../src/cards/block-kit/validate.ts'
import { card } from '../../src/cards/card.ts'
import { errorLine } from '../../src/cards/error-line.ts'
import { homeView } from '../../src/cards/home-view.ts'
import { loadingModal } from '../../src/cards/loading-modal.ts'
import { readBlocks } from '../../src/cards/measure.ts'
import { topicsModal } from '../../src/cards/topics-modal.ts'
import { answer, answerEntry } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import { catalogueOf } from '../../src/core/domain/catalogue.ts'
import { aCardKnowledge, everyAnswer } from '../support/card-fixture.ts'
import { behindBreaches, cardBreaches, measuredTables } from './contract.ts'
import { aMessage, questionsOf } from './questions.ts'
import {
  asOf,
  comparisonIn,
  contextOf,
  factIds,
  holding,
  realEngine,
  setsOfAtMostTwo,
  verdictOn,
} from './real-knowledge.ts'

const engine = realEngine()
const { knowledge } = engine
const comparison = comparisonIn(engine)
const context = contextOf()
const shared = contextOf({ surface: 'channel', sharedBy: { user: 'U1', asked: 'which of the two is it?' } })

/** What is wrong with the private card, the shared card and all that stands behind their buttons. */
function wrong(shown: Answer): string[] {
  return [
    ...cardBreaches(knowledge, shown, context),
    ...cardBreaches(knowledge, shown, shared, false),
    ...behindBreaches(knowledge, shown, context),
  ]
}

/** What is wrong, under the name of what it is wrong with. */
function wrongAmong(shown: readonly (readonly [name: string, answer: Answer])[]): string[] {
  return shown.flatMap(([name, each]) => wrong(each).map((breach) => `${name}: ${breach}`))
}

describe.each(engine.comparisons.map(({ comparison: of }) => ({ slug: of.slug, of })))(
  'every card of $slug',
  ({ slug, of }) => {
    it.each(['overview', ...of.entries.map(({ entry }) => entry)])(
      'keeps the contract, and so does what stands behind it: %s',
      (id) => {
        const shown = answerEntry(engine, slug, id)
        expect(shown && wrong(shown)).toEqual([])
      },
    )

    it.each(of.rules.rules)('keeps the contract on the facts of rule $id', ({ when, unless }) => {
      expect(wrong(verdictOn(engine, of, holding(when)))).toEqual([])
      expect(wrong(verdictOn(engine, of, holding([...when, ...unless])))).toEqual([])
    })

    it.each(of.overview.cases)('keeps the contract behind the case $label', ({ facts }) => {
      expect(wrong(verdictOn(engine, of, holding(facts)))).toEqual([])
    })

    it('keeps the contract on every set of at most two facts', () => {
      const sets = setsOfAtMostTwo(factIds({ catalogue: catalogueOf(knowledge.catalogue, of) }, of))
      expect(sets.length).toBeGreaterThan(300)
      const shown = sets.map((ids) => [ids.join(' '), verdictOn(engine, of, holding(ids))] as const)
      expect(wrongAmong(shown)).toEqual([])
    })

    it('keeps the contract on pairs that are only named', () => {
      const pairs = of.named.map(({ sides }) => sides.map(([first]) => first).join(' or '))
      const shown = pairs.map((text) => [text, answer(engine, { text, asOf })] as const)
      expect(wrongAmong(shown)).toEqual([])
    })
  },
)

describe('every card of the knowledge', () => {
  it('keeps the contract where an open choice leaves no room for what was said', () => {
    const text =
      'Cold starts on our lambdas annoy people, but we want admin and accounts ready made. Node or Python?'
    const shown = answer(engine, { text, asOf })
    expect(shown).toMatchObject({ kind: 'verdict', pick: 'either' })
    expect(wrong(shown)).toEqual([])
  })

  it('keeps the contract on help and refusals', () => {
    const texts = ['', 'help', 'what is the meaning of life', ...knowledge.language.foreign]
    const shown = texts.map((text) => [text, answer(engine, { text, asOf })] as const)
    expect(new Set(shown.map(([, { kind }]) => kind))).toContain('not-covered')
    expect(wrongAmong(shown)).toEqual([])
  })

  it('tells in the help of the form, the tables and the ways to weigh a thread', () => {
    const text = readBlocks(card(knowledge, answer(engine, { text: 'help', asOf }), contextOf()).blocks)
    for (const told of ['decide', 'table', 'mention me', 'message menu']) expect(text).toContain(told)
  })

  it.each([
    ['node vs python vs go vs rust vs java vs kotlin', 'Go, Rust and 2 more are not weighed here.'],
    ['node or python or kotlin for a chat', 'Kotlin is not weighed here.'],
    ['our team knows python, live chat. node, python or <b>rust?', undefined],
    ['our team knows python, live chat. node, python or rust?', 'Rust is not weighed here.'],
    ['go vs node', 'Nearest: Node.js vs Python.'],
    ['Was ist besser, Node oder Python?', 'I read English only.'],
    ['node frameworks', 'Node.js frameworks: none fits all'],
  ])('keeps the contract on "%s" and says "%s"', (text, line) => {
    const shown = answer(engine, { text, asOf })
    expect(wrong(shown)).toEqual([])
    const lines = readBlocks(card(knowledge, shown, contextOf()).blocks).split('\n')
    if (line !== undefined) expect(lines).toContain(line)
  })

  it('keeps the contract on questions and discussions of every kind', () => {
    const asked = questionsOf(engine, 400, 'cards')
    const found = asked.flatMap((question) => {
      const shown = answer(engine, question)
      const inThread = question.thread
        ? contextOf({ surface: 'thread', thread: question.thread })
        : contextOf({ surface: 'dm' })
      return [
        ...cardBreaches(knowledge, shown, inThread, false),
        ...behindBreaches(knowledge, shown, inThread, false),
      ].map((breach) => `${question.text}: ${breach}`)
    })
    expect(found).toEqual([])
  })

  it('keeps the contract where the discussion is as long as Slack allows', () => {
    const long = `we need live updates, and the team knows it well ${'and so on '.repeat(30)}`
    const thread = Array.from({ length: 600 }, (_, index) =>
      aMessage(`${long} ${index}`, {
        authorId: `U${index % 40}`,
        author: `Somebody With A Long Name ${index % 40}`,
        time: '10:07',
        permalink: `https://a-workspace-with-a-long-name.example/archives/C0123456789/p${1e15 + index}?thread_ts=1700000000.000100&cid=C0123456789`,
      }),
    )
    const shown = answer(engine, { text: 'what should we take?', asOf, thread, unread: 400 })
    const inThread = contextOf({
      surface: 'thread',
      thread,
      people: (id) => `Somebody With A Long Name ${id}`,
      note: 'I cannot read names here: the permission users:read would add them to what I read.',
      answered: { user: 'U7', label: 'Not sure' },
    })
    expect(cardBreaches(knowledge, shown, inThread, false)).toEqual([])
    expect(behindBreaches(knowledge, shown, inThread)).toEqual([])
  })
})

describe('the longest texts that the schemas take', () => {
  it.each(everyAnswer(aCardKnowledge('longest')))('keep the contract: %s', (_, shown, own) => {
    const longest = aCardKnowledge('longest')
    expect(cardBreaches(longest, shown, own, false)).toEqual([])
    expect(behindBreaches(longest, shown, own)).toEqual([])
  })
})

describe('views without an answer', () => {
  it('are such as Slack takes', () => {
    expect(validateView(topicsModal(knowledge))).toEqual([])
    expect(validateView(homeView(knowledge, contextOf({ surface: 'home' })))).toEqual([])
    expect(validateView(loadingModal('Why?'))).toEqual([])
  })

  it('say an error in one line that mentions nobody', () => {
    const text = errorLine('A1B2C3', 'read <!channel> and *all* the rest\nof it')
    expect(errorsOf(validateMessage({ text }))).toEqual([])
    expect(text).not.toMatch(/<!|\n|\*/)
    expect(text).toContain('A1B2C3')
  })
})

describe('the checks of the contract', () => {
  const figures = measuredTables(comparison)

  it('know the figures that need a caveat', () => {
    expect(figures.flatMap((table) => table.figures).length).toBeGreaterThan(5)
  })

  it('see a percentage, an engine word, a mention, a long line and a figure out of place', () => {
    const [entry] = comparison.entries.filter(({ kind }) => kind === 'faq')
    const [figure] = figures.flatMap((table) => table.figures)
    if (entry?.kind !== 'faq') throw new Error('The knowledge holds no question.')
    const breachesOf = (text: string): string[] =>
      cardBreaches(
        knowledge,
        {
          kind: 'faq',
          comparison,
          entry: { ...entry, answer: text },
          agreement: null,
          rows: [],
          matched: [],
        },
        context,
      )
    expect(breachesOf(entry.answer)).toEqual([])
    expect(breachesOf('It is 40% faster.')).toContain('says %')
    expect(breachesOf('It is in another zone.')).toContain('says zone')
    expect(breachesOf('It depends.')).toContain('says It depends')
    expect(breachesOf('x'.repeat(81))).toContain('line one is too long or missing')
    expect(breachesOf(`It handles ${figure}.`).join(' ')).toMatch(/ without table\//)
  })
})
