import { describe, expect, it } from 'vitest'
import { answerObject } from '../../../src/cli/ask/answer-object.ts'
import { answerWithConfidence } from '../../../src/core/answer.ts'
import { Citation } from '../../../src/core/domain/citation.ts'
import { ask, asOf, engine, knowledge, plain } from './shipped.ts'

const keys =
  'kind comparison entry pick parts confidence facts unmapped unweighed rules flips readings question sources text more replay'.split(
    ' ',
  )
const situation =
  'We build a chat where messages must appear live. Our team only knows Python. Node or Python?'

describe('answerObject', () => {
  it.each([
    { question: situation, kind: 'verdict', pick: 'node' },
    { question: 'node or python?', kind: 'comparison', pick: null },
    { question: 'what is the GIL?', kind: 'faq', pick: null },
    { question: 'table benchmarks', kind: 'table', pick: null },
    { question: 'should we use rust or java?', kind: 'not-covered', pick: null },
    { question: 'help', kind: 'help', pick: null },
  ])('gives $kind for "$question", its keys in order', ({ question, kind, pick }) => {
    const object = ask(question)
    expect(object).toMatchObject({ kind, pick })
    expect(Object.keys(object)).toEqual(keys)
    expect(object.text).not.toBe('')
  })

  it('offers several topics without a replay id and without reading on', () => {
    const comparison = knowledge.comparisons[0]!
    const candidates = comparison.entries.slice(0, 3).map(({ entry, title }) => ({ entry, title }))
    const object = answerObject(
      knowledge,
      { text: 'which', asOf },
      { answer: { kind: 'ambiguous', comparison, candidates }, confidence: 0.4 },
      plain,
    )
    expect(Object.keys(object)).toEqual(keys)
    expect(object).toMatchObject({ kind: 'ambiguous', entry: null, replay: null, more: '', confidence: 0.4 })
    for (const { title } of candidates) expect(object.text).toContain(title)
  })

  it('names the entry of a topic and of a table', () => {
    expect(ask('what is the GIL?').entry).toBe('faq/gil')
    expect(ask('table benchmarks').entry).toBe('table/benchmarks')
  })

  it('tells which rules fired and which were outweighed', () => {
    const { rules, facts } = ask(situation)
    expect(facts.filter(({ counted }) => counted).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['real-time', 'team/python']),
    )
    expect(rules).toContainEqual({ id: 'real-time', outcome: 'fired', option: 'node' })
    expect(rules).toContainEqual({ id: 'team/python', outcome: 'outweighed', option: 'python' })
  })

  it('writes a flip as a clause in the words of the catalogue', () => {
    const { whenFalse } = knowledge.catalogue.facts.find(({ id }) => id === 'real-time')!
    expect(ask(situation).flips).toContainEqual({ change: `if ${whenFalse}`, pick: 'python' })
  })

  it('gives each fact all its keys, null where there is nothing', () => {
    for (const fact of ask(situation).facts) {
      expect(Object.keys(fact)).toEqual(['id', 'value', 'grade', 'counted', 'reason', 'quote', 'message'])
      expect(fact.reason === null).toBe(fact.counted)
      expect(fact.message).toBeNull()
      expect(situation).toContain(fact.quote)
    }
  })

  it('counts the places of facts from the first message to the one that asks', () => {
    const thread: [string, string][] = [
      ['ana', 'Orders must show up live on the dashboard, we need websockets.'],
      ['ben', 'Lunch?'],
    ]
    const { facts } = ask('What fits? Our team only knows Python.', thread)
    const places = facts.map(({ id, message }) => [id, message])
    expect(places).toContainEqual(['real-time', 0])
    expect(places).toContainEqual(['team/python', 2])
  })

  it('gives readings, the question with its choices and no pick where a thread contradicts itself', () => {
    const object = ask('what should we pick?', [
      ['ana', 'Plain CRUD API. The whole team only knows Python.'],
      ['ben', 'Not true. The whole team only knows Node.js, nobody here knows Python.'],
    ])
    expect(object.pick).toBeNull()
    expect(new Set(object.readings.map(({ pick }) => pick)).size).toBeGreaterThan(1)
    expect(object.question?.text).toMatch(/\?$/)
    expect(object.question?.choices.at(-1)).toEqual({ label: 'Not sure', facts: [] })
  })

  it('names the part of each option where both are picked', () => {
    const { pick, parts } = ask(
      'We train our own machine learning models, they are the core of the product. Beside it a web app with live chat over websockets.',
    )
    expect(pick).toBe('both')
    expect(parts).toContainEqual({ option: 'python', part: 'model' })
    expect(parts).toContainEqual({ option: 'node', part: 'live' })
  })

  it('quotes stated needs that no rule knows', () => {
    const { unmapped } = ask(`${situation} It must run on our on-prem mainframe.`)
    expect(unmapped.join()).toContain('on-prem mainframe')
  })

  it('cites each place once, and only places of the comparison', () => {
    const sources = new Set(knowledge.comparisons[0]?.sources.map(({ id }) => id))
    for (const question of [situation, 'what is the GIL?', 'table benchmarks', 'node or python?']) {
      const cites = ask(question).sources
      expect(cites.length).toBeGreaterThan(0)
      expect(new Set(cites).size).toBe(cites.length)
      for (const cite of cites) {
        expect(Citation.safeParse(cite).success).toBe(true)
        expect(sources).toContain(cite.split(/[:#]/)[0])
      }
    }
  })

  it('reads the card without buttons, and what they open apart from it', () => {
    const { text, more } = ask(situation)
    expect(text.split('\n')[0]).toMatch(/^Node\.js/)
    expect(text).not.toMatch(/Full table|Share here|⋯/)
    expect(more).toMatch(/^Why\?\n/)
    expect(more).toContain('\n\nSources\n\n')
    expect(more).toContain('\n\nFull table\n\n')
  })

  it('keeps confidence between 0 and 1 with at most three decimals', () => {
    const answered = { ...answerWithConfidence(engine, { text: 'help', asOf }), confidence: 1.23456 }
    expect(answerObject(knowledge, { text: 'help', asOf }, answered, plain).confidence).toBe(1)
    expect(
      answerObject(knowledge, { text: 'help', asOf }, { ...answered, confidence: 0.12345 }, plain).confidence,
    ).toBe(0.123)
  })

  it('adds the blocks last and builds hints from the command', () => {
    const question = { text: 'help', asOf }
    const object = answerObject(knowledge, question, answerWithConfidence(engine, question), {
      command: '/weigh',
      blocks: true,
    })
    expect(Object.keys(object)).toEqual([...keys, 'blocks'])
    expect(object.text).toContain('/weigh node-vs-python')
    expect(object.blocks?.[0]?.type).toBe('section')
  })
})
