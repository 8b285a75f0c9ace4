import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import { answer } from '../../src/core/answer.ts'
import type { Message, Question } from '../../src/core/domain/question.ts'
import { aMessage, questionsOf } from './questions.ts'
import {
  asOf,
  comparisonIn,
  contextOf,
  disputed,
  factIds,
  givenAs,
  realEngine,
  sourceFolder,
  verdictOn,
} from './real-knowledge.ts'
import { segmentsBelow } from './source-segments.ts'

const engine = realEngine()
const comparison = comparisonIn(engine)

/** A comparison's content is the same object in every answer; its slug stands for it. */
function withoutContent(key: string, value: unknown): unknown {
  return key === 'comparison' && isComparison(value) ? value.slug : value
}

function isComparison(value: unknown): value is { slug: string } {
  return typeof value === 'object' && value !== null && 'slug' in value
}

/** An answer and its card as JSON. */
function told(question: Question, of = engine): string {
  const given = answer(of, question)
  return JSON.stringify([given, card(of.knowledge, given, contextOf())], withoutContent)
}

describe('the same question', () => {
  const asked = questionsOf(engine, 60)

  it('has the same answer and card when asked again', () => {
    for (const question of asked) expect(told(question)).toBe(told(question))
  })

  it('has the same answer and card after a thousand others', () => {
    const before = asked.map((question) => told(question))
    for (const other of questionsOf(engine, 1000, 'others')) answer(engine, other)
    expect(asked.map((question) => told(question))).toEqual(before)
  })

  it('has the same answer and card from knowledge that was loaded anew', () => {
    const anew = realEngine()
    expect(asked.map((question) => told(question, anew))).toEqual(asked.map((question) => told(question)))
  })

  it('leaves the question as it was', () => {
    for (const question of asked) {
      const copy = structuredClone(question)
      answer(engine, question)
      expect(question).toEqual(copy)
    }
  })

  it('has an answer that does not hang on what messages show beside their text', () => {
    const texts = ['we need live updates', 'the team knows both', 'thanks all']
    const plain = texts.map((text, index) => aMessage(text, { authorId: `U${index}` }))
    const shown = plain.map(
      (message): Message => ({ ...message, time: '10:00', permalink: 'https://a.example/p' }),
    )
    const of = (thread: Message[]) => answer(engine, { text: 'what should we take?', asOf, thread })
    expect(of(shown)).toEqual(of(plain))
  })
})

describe('the order of facts', () => {
  const ids = factIds(engine.knowledge, comparison)
  const facts = fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        value: fc.constantFrom(...(['yes', 'yes', 'no', 'maybe'] as const)),
        isDisputed: fc.nat(9).map((drawn) => drawn === 0),
      }),
      { selector: ({ id }) => id, minLength: 2, maxLength: 8 },
    )
    .map((drawn) =>
      drawn.flatMap(({ id, value, isDisputed }) => (isDisputed ? disputed(id) : [givenAs(id, value)])),
    )

  it('changes nothing in a verdict but the list of facts itself', () => {
    fc.assert(
      fc.property(
        facts.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const { facts: _, ...one } = verdictOn(engine, comparison, list)
          const { facts: __, ...other } = verdictOn(engine, comparison, shuffled)
          expect(other).toEqual(one)
        },
      ),
      { numRuns: 1000, seed: 6 },
    )
  })
})

describe('core and cards', () => {
  const impure =
    /\b(?:Date|performance|process|globalThis|setTimeout|setInterval|setImmediate|queueMicrotask|fetch|crypto|require|Intl|localeCompare|toLocale\w+|WeakRef|FinalizationRegistry)\b|\bMath\s*\.\s*random\b|\bimport\s*\.\s*meta\b/

  it.each(['core', 'cards'])('read no clock, randomness, environment, file or locale in src/%s', (layer) => {
    const files = segmentsBelow(join(sourceFolder, layer))
    const found = files.flatMap(({ file, segments }) =>
      segments.flatMap(({ kind, text, line }) => {
        const outside = kind === 'specifier' && /^.(?:node:|fs|os|path|http|crypto)/.test(text)
        const used = kind === 'code' ? impure.exec(text)?.[0] : undefined
        return outside || used ? [`${file}:${line} ${used ?? text}`] : []
      }),
    )
    expect(files.length).toBeGreaterThan(20)
    expect(found).toEqual([])
  })
})
