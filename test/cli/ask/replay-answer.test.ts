import { describe, expect, it } from 'vitest'
import { type AnswerObject, answerObject } from '../../../src/cli/ask/answer-object.ts'
import { type Replayed, replayAnswer } from '../../../src/cli/ask/replay-answer.ts'
import type { Comparison } from '../../../src/core/domain/comparison.ts'
import { type Engine, prepare } from '../../../src/core/engine.ts'
import { readSet } from '../../eval/sets.ts'
import { ask, engine, knowledge, plain } from './shipped.ts'

const situation =
  'We build a zebra chat where messages must appear live. Our team only knows Python. It must run on our mainframe.'
const kept: (keyof AnswerObject)[] = [
  'kind',
  'comparison',
  'entry',
  'pick',
  'parts',
  'rules',
  'flips',
  'readings',
  'question',
  'replay',
]

function again(
  id: string,
  under: Engine = engine,
): Extract<Replayed, { ok: true }> & { object: AnswerObject } {
  const replayed = replayAnswer(under, id)
  if (!replayed.ok) throw new Error(replayed.error)
  return { ...replayed, object: answerObject(under.knowledge, replayed.question, replayed.answered, plain) }
}

function changed(version: string, change: (comparison: Comparison) => Comparison): Engine {
  return prepare({ ...knowledge, version, comparisons: knowledge.comparisons.map(change) })
}

describe('replayAnswer', () => {
  it('gives every answer to the regression questions again, with the same id', () => {
    for (const item of readSet('regression')) {
      const object =
        item.kind === 'thread'
          ? ask(
              'what should we pick?',
              item.messages.map(({ author, text }): [string, string] => [author, text]),
            )
          : ask(item.text)
      if (object.replay === null) continue
      const { object: second, changed: differences } = again(object.replay)
      for (const key of kept) expect(second[key], `${item.id}: ${key}`).toEqual(object[key])
      expect(differences).toEqual([])
    }
  })

  it('gives the same bytes every time', () => {
    const id = ask(situation).replay!
    expect(JSON.stringify(again(id).object)).toBe(JSON.stringify(again(id).object))
  })

  it('holds and gives nothing of the words of the question', () => {
    const object = ask(situation)
    expect(object.unmapped.length).toBeGreaterThan(0)
    const { object: second } = again(object.replay!)
    expect(JSON.stringify(object)).toMatch(/zebra|mainframe/)
    expect(object.replay + JSON.stringify(second)).not.toMatch(/zebra|mainframe/)
    expect(second.unmapped).toEqual([])
    expect(second.facts.every(({ quote, message }) => quote === null && message === null)).toBe(true)
  })

  it('keeps the day of the question', () => {
    expect(again(ask('node or python?').replay!).question.asOf).toBe('2026-11-21')
  })

  it('says what the pick was and is under other knowledge', () => {
    const other = changed('0123456789ab', (comparison) => ({
      ...comparison,
      rules: {
        ...comparison.rules,
        rules: comparison.rules.rules.map((rule) =>
          rule.id === 'real-time' ? { ...rule, option: 'python' } : rule,
        ),
      },
    }))
    const id = ask(situation).replay!
    expect(again(id, other).changed).toEqual([
      `The knowledge has changed since: ${knowledge.version} then, 0123456789ab now.`,
      'The pick was Node.js and is Python now.',
    ])
  })

  it('says under other knowledge that the pick is the same', () => {
    const other = changed('0123456789ab', (comparison) => comparison)
    expect(again(ask(situation).replay!, other).changed[1]).toBe('The pick is the same: Node.js.')
  })

  it('names facts that are no longer known', () => {
    const other = prepare({
      ...knowledge,
      version: '0123456789ab',
      catalogue: {
        ...knowledge.catalogue,
        facts: knowledge.catalogue.facts.filter(({ id }) => id !== 'crud-only'),
      },
    })
    const { replay } = ask('plain CRUD API for invoices, our team only knows Python')
    expect(replay).toContain('crud-only')
    expect(again(replay!, other).changed).toContain('No longer known: crud-only.')
  })

  it('says that an entry is gone', () => {
    const other = changed('0123456789ab', (comparison) => ({
      ...comparison,
      entries: comparison.entries.filter(({ entry }) => entry !== 'faq/gil'),
    }))
    expect(replayAnswer(other, ask('what is the GIL?').replay!)).toEqual({
      ok: false,
      problem: 'gone',
      error: `The knowledge has changed since: ${knowledge.version} then, 0123456789ab now. It no longer covers the topic faq/gil.`,
    })
  })

  it('says that a comparison is gone', () => {
    const other = changed('0123456789ab', (comparison) => ({ ...comparison, slug: 'this-or-that' }))
    expect(replayAnswer(other, ask('node or python?').replay!)).toMatchObject({
      problem: 'gone',
      error: expect.stringContaining('It no longer covers the comparison node-vs-python.'),
    })
  })

  it.each([
    { what: 'nothing', id: '' },
    { what: 'any text', id: 'hello' },
    { what: 'a day that no calendar has', id: `${knowledge.version}.help~2026-02-30~~~~` },
    {
      what: 'another pick',
      id: `${knowledge.version}.verdict~2026-11-21~node-vs-python~~python~real-time:y`,
    },
    { what: 'an unknown fact', id: `${knowledge.version}.verdict~2026-11-21~node-vs-python~~either~zebra:y` },
    { what: 'an unknown entry', id: `${knowledge.version}.entry~2026-11-21~node-vs-python~faq/zebra~~` },
    { what: 'an unknown comparison', id: `${knowledge.version}.comparison~2026-11-21~zebra~~~` },
  ])('refuses an id with $what', ({ id }) => {
    expect(replayAnswer(engine, id)).toMatchObject({ ok: false, problem: 'malformed' })
  })

  it('refuses an id that was cut before its facts', () => {
    const id = ask(situation).replay!
    for (let length = 0; length <= id.lastIndexOf('~') + 1; length += 1)
      expect(replayAnswer(engine, id.slice(0, length)).ok, id.slice(0, length)).toBe(false)
  })
})
