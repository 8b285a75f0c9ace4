import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/core/answer.ts'
import type { Answer } from '../../../src/core/domain/answer.ts'
import type { Question } from '../../../src/core/domain/question.ts'
import { type Engine, prepare } from '../../../src/core/engine.ts'
import { route } from '../../../src/core/route.ts'
import { knowledgeWithTwo, nonsenseSlug, secondSlug } from '../../whole-path/nonsense-pack.ts'
import { asOf } from '../../whole-path/real-knowledge.ts'
import { discussion } from '../real-engine.ts'

const knowledge = knowledgeWithTwo()
const engine = prepare({
  ...knowledge,
  comparisons: knowledge.comparisons.filter(({ slug }) => [nonsenseSlug, secondSlug].includes(slug)),
})

function ask(text: string, more: Partial<Question> = {}): Answer {
  return answer(engine, { text, asOf, ...more })
}

function slugOf(text: string, more: Partial<Question> = {}, of: Engine = engine): string | undefined {
  return route(of, { text, ...more })?.best.of.comparison.slug
}

describe('a question among several comparisons', () => {
  it.each([
    { why: 'sets its options against each other', text: 'zibo or quor', slug: nonsenseSlug },
    { why: 'sets its options against each other', text: 'quornet or vernade', slug: secondSlug },
    { why: 'names a framework in a choice', text: 'zibo or quornet', slug: nonsenseSlug },
    {
      why: 'asks for a choice beside a name of the other',
      text: 'our team knows zibo. quornet or vernade?',
      slug: secondSlug,
    },
    {
      why: 'names most of its options',
      text: 'we run quor and zibo, and quornet. does it moult?',
      slug: nonsenseSlug,
    },
    { why: 'has the surest entry', text: 'how often do i feed it', slug: nonsenseSlug },
    { why: 'has the surest entry', text: 'do barnacles grow on it', slug: secondSlug },
    { why: 'knows the fact', text: 'what should we take? it must stand salt water', slug: secondSlug },
  ])('goes to the one that $why: "$text"', ({ text, slug }) => {
    expect(slugOf(text)).toBe(slug)
  })

  it('goes to the one whose options its discussion names, where it names one alone', () => {
    const thread = discussion(['ann: quor or zibo?', 'bob: hm'])
    expect(slugOf('we know quornet. verdict?', { thread })).toBe(nonsenseSlug)
    expect(slugOf('quornet or vernade?', { thread })).toBe(secondSlug)
  })

  it('goes where a button says, whatever it names', () => {
    expect(slugOf('zibo or quor, it must be live', { comparison: secondSlug })).toBe(secondSlug)
  })

  it.each(['quor vs vernade', 'should we use vernade or quor?'])(
    'is not covered where each side is covered without the other: "%s"',
    (text) => {
      const shown = ask(text)
      expect(shown.kind).toBe('not-covered')
      expect(shown.kind === 'not-covered' && shown.subject).toMatch(/^(?:Quor vs Vernade|Vernade vs Quor)$/)
    },
  )

  it('is about the pair of its own comparison, though another only names that pair', () => {
    const [first] = engine.knowledge.comparisons
    const naming = {
      ...first!,
      named: [
        {
          sides: [['quornet'], ['vernade']],
          title: 'Quornet vs Vernade',
          say: { text: 'One line.', cites: ['G1:9'] },
          nearest: first!.entries[0]!.entry,
          answered: false,
        },
      ],
    }
    const [, second] = engine.knowledge.comparisons
    const text = 'which one ropes faster, quornet or vernade?'
    const both = prepare({ ...engine.knowledge, comparisons: [naming, second!] })
    expect(answer(both, { text, asOf })).toMatchObject({ kind: 'faq', comparison: { slug: secondSlug } })
    const alone = prepare({ ...engine.knowledge, comparisons: [naming] })
    expect(answer(alone, { text, asOf })).toMatchObject({ named: { pair: { title: 'Quornet vs Vernade' } } })
  })

  it('in a thread goes where the discussion names most', () => {
    const thread = discussion(['ann: quornet would do', 'bob: or vernade, we need it to stand salt water'])
    const shown = ask('what should we take?', { thread })
    expect(shown).toMatchObject({ kind: 'verdict', pick: 'vernade', comparison: { slug: secondSlug } })
  })

  it('is close where another one speaks for itself as well, and then its answer there is offered', () => {
    const text = 'our team knows quornet, and we need live updates over websockets. what should we take?'
    const comparisons = engine.knowledge.comparisons.map((each) => ({
      ...each,
      broadest: each.slug === nonsenseSlug,
    }))
    const both = prepare({ ...engine.knowledge, comparisons })
    const found = route(both, { text })
    expect([found?.best, found?.close].map((each) => each?.of.comparison.slug).sort()).toEqual([
      secondSlug,
      nonsenseSlug,
    ])
    expect(answer(both, { text, asOf })).toMatchObject({
      kind: 'verdict',
      elsewhere: { comparison: { slug: found?.close?.of.comparison.slug } },
    })
    expect(route(engine, { text: 'quornet or vernade, it must be live' })?.close).toBe(null)
  })

  it('that names nothing is a case of the broadest choice', () => {
    const text = 'we need live updates over websockets for many people at once. what should we take?'
    for (const slug of [nonsenseSlug, secondSlug]) {
      const comparisons = engine.knowledge.comparisons.map((each) => ({
        ...each,
        broadest: each.slug === slug,
      }))
      const shown = answer(prepare({ ...engine.knowledge, comparisons }), { text, asOf })
      expect(shown).toMatchObject({ kind: 'verdict', comparison: { slug } })
    }
  })

  it('is asked for by a cue', () => {
    const comparisons = engine.knowledge.comparisons.map((each) => ({
      ...each,
      cues: each.slug === secondSlug ? ['dock'] : ['engine'],
    }))
    const cued = prepare({ ...engine.knowledge, comparisons })
    const text = 'we need live updates over websockets for many people. which THING should we take?'
    for (const [cue, slug] of [
      ['dock', secondSlug],
      ['engine', nonsenseSlug],
    ]) {
      expect(slugOf(text.replace('THING', cue!), {}, cued)).toBe(slug)
    }
  })
})
