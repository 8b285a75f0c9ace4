import { describe, expect, it } from 'vitest'
import { answerModal } from '../../src/cards/answer-modal.ts'
import { validateMessage, validateView } from '../../src/cards/block-kit/validate.ts'
import { card } from '../../src/cards/card.ts'
import type { ModalView } from '../../src/cards/card-types.ts'
import { errorLine } from '../../src/cards/error-line.ts'
import { fullTable } from '../../src/cards/full-table.ts'
import { homeView } from '../../src/cards/home-view.ts'
import { loadingModal } from '../../src/cards/loading-modal.ts'
import { readBlocks, seen } from '../../src/cards/measure.ts'
import { numberSources } from '../../src/cards/sources.ts'
import { sourcesModal } from '../../src/cards/sources-modal.ts'
import { entryValue, parseEntryValue, topicsModal } from '../../src/cards/topics-modal.ts'
import { whyModal } from '../../src/cards/why-modal.ts'
import {
  aCardKnowledge,
  aContext,
  aContextInThread,
  anOverview,
  aReadFact,
  aTable,
  aTopic,
  aVerdict,
  everyAnswer,
  formsOf,
} from '../support/card-fixture.ts'

const knowledge = aCardKnowledge()
const read = (view: Pick<ModalView, 'blocks'>) => readBlocks(view.blocks as Parameters<typeof readBlocks>[0])

describe('every view', () => {
  it.each([...everyAnswer(knowledge), ...everyAnswer(aCardKnowledge('longest'))])(
    'is one that Slack takes: %s',
    (_, answer, context) => {
      const views = [
        whyModal(knowledge, answer, context),
        sourcesModal(answer, context),
        answerModal(knowledge, answer, context),
        ...formsOf(knowledge, answer, context),
      ]
      for (const view of views) expect(validateView(view)).toEqual([])
      const full = fullTable(answer, context)
      expect(full === null ? [] : validateMessage(full)).toEqual([])
    },
  )

  it('is one that Slack takes: home, topics, loading', () => {
    expect(validateView(homeView(knowledge, aContext({ surface: 'home' })))).toEqual([])
    expect(validateView(topicsModal(knowledge))).toEqual([])
    expect(validateView(loadingModal('Why?'))).toEqual([])
  })
})

describe('numbers of sources', () => {
  it.each(everyAnswer(knowledge))('are the same in card, modals and full table: %s', (_, answer, context) => {
    const { sources } = numberSources(answer)
    const listed = new Set(sources.map(({ number }) => `[${number}]`))
    const texts = [
      readBlocks(card(knowledge, answer, context).blocks),
      read(whyModal(knowledge, answer, context)),
    ]
    for (const text of texts)
      for (const mark of text.match(/\[\d+\]/g) ?? []) expect(listed.has(mark)).toBe(true)
    const [rows = '', below = ''] = readBlocks(fullTable(answer, context)?.blocks ?? []).split('Sources: ')
    for (const mark of rows.match(/\[\d+\]/g) ?? []) expect(below).toContain(mark)
    const modal = read(sourcesModal(answer, context))
    for (const { number, source } of sources) expect(modal).toContain(`[${number}] ${source.title}`)
  })

  it('stay with their guide on every card', () => {
    const { mark } = numberSources(aTopic(knowledge, 'criterion/size'))
    expect(mark(['G4:1', 'G2:9', 'G2:1', 'manual#x'])).toBe(
      '<https://guide.example/two?a=1&amp;b=2|[2]>[4]<https://blorp.example/manual|[6]>',
    )
  })
})

describe('sources', () => {
  const text = read(sourcesModal(aTopic(knowledge, 'criterion/speed'), aContext()))

  it('say who, when, what kind, what interest, where', () => {
    expect(text).toContain('[1] Choosing between nonsense & sense, part 1')
    expect(text).toContain('Agency 1 · 2026, year only · guide by a firm that sells the work')
    expect(text).toContain('Interest: Sells work in all three.')
    expect(text).toContain('Lines 3, 5, 10–12 · No public address.')
    expect(text).toContain('Agency 2 · Jan 2025, over 18 months old · guide by a firm that sells the work')
    expect(text).toContain('Blorp project · Oct 2026 · documentation, standard or release notes')
    expect(text).toContain('Section speed · Open it')
  })

  it('say so where a card needs none', () => {
    expect(read(sourcesModal({ kind: 'help', courtesy: false, covered: [] }, aContext()))).toBe(
      'This card states nothing that needs a source.',
    )
  })
})

describe('why', () => {
  it('tells what decided, what was outweighed, what did not apply, and every fact with its words', () => {
    const facts = [
      aReadFact('live', { message: 0, quote: 'live boards' }),
      aReadFact('team/quix', { message: 1 }),
      aReadFact('small', {
        message: 2,
        quote: 'maybe small',
        value: 'maybe',
        counted: false,
        reason: 'hypothetical',
      }),
    ]
    const text = read(
      whyModal(
        knowledge,
        aVerdict(knowledge, facts, { noRule: [{ quote: 'our own racks', message: 3 }] }),
        aContextInThread(),
      ),
    )
    expect(text).toContain(
      'Decided by\n• Blorp for the live part, given live updates: Its loop holds many connections open.',
    )
    expect(text).toContain('But: Others manage it too. [3]')
    expect(text).toContain('Outweighed\n• Quix, given a team that knows Quix')
    expect(text).toContain('Did not apply\n')
    expect(text).toContain('• live updates: "live boards" Ann, 10:00')
    expect(text).toContain('Not counted\n• small bundles, maybe: "maybe small" Carla, 10:02 (a wish)')
    expect(text).toContain('No rule for\n• "our own racks" Ann, 10:03')
    expect(text).toContain('Replay id: fixture.blorp-vs-quix.real-time')
  })

  it('tells everything that the guides say on a topic, and what stands beside them', () => {
    const text = read(whyModal(knowledge, aTopic(knowledge, 'criterion/speed'), aContext()))
    expect(text).toContain('Also said\n• One guide measured it under load. [4]')
    expect(text).toContain('• [1] Agency 1: Blorp\n    Blorp: Quick enough.\n    Quix: A little slower.')
    expect(text).toContain('Where they differ\n• Two guides see no difference. [4][5]')
    expect(text).toContain('Beside the guides\n• The manual says so as well (2026-10-26). [6]')
  })

  it('says so where a card weighs nothing', () => {
    expect(read(whyModal(knowledge, { kind: 'help', courtesy: false, covered: [] }, aContext()))).toBe(
      'This card weighs nothing: no rule took part.',
    )
  })
})

describe('the full table', () => {
  const rows = (answer: Parameters<typeof fullTable>[0]) =>
    seen(fullTable(answer, aContext())?.blocks ?? []).flatMap((each) =>
      each.kind === 'row' ? [each.cells] : [],
    )

  it('has a column for each option, and says who names which', () => {
    expect(rows(anOverview(knowledge))[0]).toEqual([
      'Criterion',
      'Blorp',
      'Quix',
      'Zanter',
      'Better by guide',
    ])
    expect(rows(anOverview(knowledge))[1]).toEqual([
      'Speed',
      'Quick enough. [1] Quick enough. [2] Quick enough. [4] Quick enough. [3] Quick enough. [5]',
      'A little slower. [1] A little slower. [2] A little slower. [4] A little slower. [3] A little slower. [5]',
      '–',
      'Blorp [1][2][4], Quix [3], mixed [5]',
    ])
  })

  it('shows a stored table whole, with its caveat', () => {
    const card = fullTable(aTable(knowledge), aContext())
    expect(rows(aTable(knowledge))).toHaveLength(8)
    expect(rows(aTable(knowledge))[7]).toEqual(['Zanter 7', '83,400', '10.2 ms', '54 MB'])
    expect(card?.text).toContain('hardware is not stated')
  })

  it('goes guide by guide for a topic, and is absent where no guide takes a position', () => {
    expect(
      rows(aTopic(knowledge, 'criterion/sharing')).map(([first, ...rest]) => [first, rest.at(-1)]),
    ).toEqual([
      ['Guide', 'Better'],
      ['[1] Agency 1', 'Blorp'],
      ['[3] Agency 3', 'Quix'],
      ['[5] Agency 5', 'no pick'],
    ])
    expect(fullTable(aTopic(knowledge, 'faq/what-is-it'), aContext())).toBeNull()
  })
})

describe('lists of topics', () => {
  it('hold every entry, with values that read back', () => {
    const text = JSON.stringify(topicsModal(knowledge))
    for (const { entry, slug } of knowledge.comparisons.flatMap(({ slug, entries }) =>
      entries.map(({ entry }) => ({ entry, slug })),
    )) {
      expect(text).toContain(entryValue(slug, entry))
      expect(parseEntryValue(entryValue(slug, entry))).toEqual({ slug, entry })
    }
  })

  it('say on the Home tab what is covered, how old, and how to ask', () => {
    const text = readBlocks(
      homeView(knowledge, aContext({ surface: 'home', command: '/choose' })).blocks as Parameters<
        typeof readBlocks
      >[0],
    )
    expect(text).toContain('Nonsense engines: Blorp, Quix and Zanter. 6 topics.')
    expect(text).toContain('/choose blorp-vs-quix')
    expect(text).toContain('5 vendor guides, 2025–26, one old')
  })
})

describe('an error', () => {
  it('becomes one line with its reference', () => {
    expect(errorLine('A1B2', 'read <this> thread')).toBe(
      'I could not read &lt;this&gt; thread. Reference: A1B2',
    )
  })
})
