import { describe, expect, it } from 'vitest'
import { validateView } from '../../src/cards/block-kit/validate.ts'
import type { Block, CardContext, ModalView } from '../../src/cards/card-types.ts'
import { chosenIn, type FormView, formCorrections } from '../../src/cards/facts-form.ts'
import { applyChanges } from '../../src/core/decision/given.ts'
import type { Verdict } from '../../src/core/domain/answer.ts'
import {
  aCardKnowledge,
  aContextInThread,
  aReadFact,
  aVerdict,
  everyAnswer,
  formsOf,
} from '../support/card-fixture.ts'

const knowledge = aCardKnowledge()
const read = { messages: 6, used: 2, unread: 0 }

interface Row {
  id: string
  text: string
  labels: string[]
  chosen: string | undefined
}

/** The questions of a form as they are read. */
function rows(view: ModalView): Row[] {
  return (view.blocks as Block[]).flatMap((block): Row[] => {
    if (block.type !== 'section' || block.accessory?.type !== 'static_select') return []
    const { options = [], initial_option: initial } = block.accessory
    return [
      {
        id: (block.block_id ?? '').replace('fact/', ''),
        text: block.text?.text ?? '',
        labels: options.map(({ text }) => text.text),
        chosen: initial?.text.text,
      },
    ]
  })
}

function form(before: Verdict, more: Partial<FormView> = {}, context: CardContext = aContextInThread()) {
  const [view] = formsOf(knowledge, before, context, { all: false, ...more })
  if (!view) throw new Error('A verdict has a form.')
  return view
}

const facts = [
  aReadFact('live', { message: 0, quote: 'live boards' }),
  aReadFact('team/quix', { message: 1, quote: 'we know Quix' }),
  aReadFact('small', { message: 2, quote: 'maybe small', counted: false, reason: 'hypothetical' }),
]
const verdict = aVerdict(knowledge, facts, { read })

describe('the facts form', () => {
  it('begins with the verdict, what was read and what the caller must say', () => {
    const view = form(verdict, {}, aContextInThread({ note: 'I am not a member here.' }))
    const [first, second] = view.blocks
    expect(first).toMatchObject({
      type: 'section',
      text: { text: expect.stringMatching(/^\*Blorp: better fit/) },
    })
    expect(JSON.stringify(second)).toContain('Read 6 messages, used 2.')
    expect(JSON.stringify(second)).toContain('I am not a member here.')
    expect(view.blocks.some(({ type }) => type === 'table')).toBe(false)
  })

  it('shows each fact with its words, who said them, and why they do not count', () => {
    expect(rows(form(verdict)).slice(0, 4)).toMatchObject([
      { id: 'live', text: expect.stringContaining('*live updates*\n"live boards" Ann, <'), chosen: 'Yes' },
      { id: 'team', text: expect.stringContaining('\nQuix: "we know Quix" Ben, <'), chosen: 'Quix' },
      {
        id: 'small',
        text: expect.stringMatching(/\n"maybe small" Carla, .* \(a wish\)$/),
        chosen: 'Not known',
      },
      { id: 'models', text: '*models at the core*\nDo you need models at the core?', chosen: 'Not known' },
    ])
  })

  it('asks of a fact per option once, by its question', () => {
    const [, team] = rows(form(verdict))
    expect(team?.text).toMatch(/^\*What does the team know best\?\*/)
    expect(team?.labels).toEqual(['Blorp', 'Quix', 'Zanter', 'All', 'None', 'Not known'])
    const two = ['blorp', 'quix'].map((option) => aReadFact(`team/${option}`))
    expect(rows(form(aVerdict(knowledge, two)))[0]).toMatchObject({ chosen: 'Blorp and Quix' })
  })

  it('shows both words of a dispute, and its readings above', () => {
    const disputed = { counted: false, reason: 'contradicted' } as const
    const both = [
      aReadFact('team/quix', { ...disputed, message: 0, quote: 'Quix people' }),
      aReadFact('team/blorp', { ...disputed, message: 1, quote: 'Blorp people' }),
    ]
    const view = form(aVerdict(knowledge, both, { read }))
    expect(rows(view)[0]).toMatchObject({ id: 'team', chosen: 'Not known' })
    expect(rows(view)[0]?.text).toContain('Quix: "Quix people"')
    expect(rows(view)[0]?.text).toContain('Blorp: "Blorp people"')
    expect(JSON.stringify(view.blocks.slice(0, 2))).toContain('If · Better')
  })

  it('marks what is changed, with what it was', () => {
    const chosen = { live: 'no', team: '/quix', small: 'yes' }
    const corrections = formCorrections(knowledge, verdict, chosen)
    const now = aVerdict(knowledge, applyChanges(facts, corrections), { read })
    const shown = rows(form(verdict, { chosen, now }))
    expect(shown.slice(0, 4).map(({ text }) => text.split('\n')[0])).toEqual([
      '*live updates* · changed from Yes',
      '*What does the team know best?*',
      '*small bundles* · changed from Not known',
      '*models at the core*',
    ])
    expect(shown.map(({ chosen: value }) => value).slice(0, 3)).toEqual(['No', 'Quix', 'Yes'])
  })

  it('shows eight facts at most and the rest behind one button', () => {
    // The fixture knows seven questions of which rules can use six; here are more.
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...knowledge.catalogue.facts[0]!,
      id: `extra-${index}`,
      rank: 20 + index,
    }))
    const wider = {
      ...knowledge,
      catalogue: { ...knowledge.catalogue, facts: [...knowledge.catalogue.facts, ...many] },
    }
    const all = aVerdict(wider, [...facts, ...many.map(({ id }) => aReadFact(id))], { read })
    const [few] = formsOf(wider, all, aContextInThread(), { all: false })
    const [rest] = formsOf(wider, all, aContextInThread(), { all: true })
    expect(few && rows(few)).toHaveLength(8)
    expect(rest && rows(rest).length).toBeGreaterThan(8)
    expect(JSON.stringify(few)).toContain(`${rows(rest!).length - 8} more facts`)
    expect(JSON.stringify(rest)).not.toContain('more facts')
  })

  it.each([...everyAnswer(knowledge), ...everyAnswer(aCardKnowledge('longest'))])(
    'is one that Slack takes, with all facts changed too: %s',
    (_, answer, context) => {
      if (answer.kind !== 'verdict') return
      const [view] = formsOf(knowledge, answer, context)
      const chosen = Object.fromEntries(
        rows(view!).map(({ id }) => [id, id === 'team' ? '/blorp+zanter' : 'no']),
      )
      for (const each of formsOf(knowledge, answer, context, { chosen }))
        expect(validateView(each)).toEqual([])
    },
  )
})

describe('what is chosen in a form', () => {
  it('is read from its lists, and from nothing else', () => {
    const chosen = (value: string | null) => ({
      fact: { selected_option: value === null ? null : { value } },
    })
    expect(
      chosenIn({
        'fact/live': chosen('no'),
        'fact/team': chosen('/quix'),
        'fact/small': chosen(null),
        other: chosen('x'),
      }),
    ).toEqual({ live: 'no', team: '/quix' })
  })
})
