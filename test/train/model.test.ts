import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Numbering } from '../../src/core/language/numbering.ts'
import { Bag } from '../../src/core/reading/features.ts'
import { buildLinear, type Linear } from '../../src/core/reading/linear.ts'
import { decodeModel, encodeModel, type ReaderModel } from '../../src/core/reading/model.ts'
import { knowledgeFolder } from '../whole-path/real-knowledge.ts'
import { scores } from './scores.ts'

const shipped = readFileSync(join(knowledgeFolder, 'language/reader.bin'))
const parts = ['presence', 'polarity', 'mention', 'gate'] as const

function bagOf(features: readonly (readonly [hash: number, value: number])[]): Bag {
  const bag = new Bag()
  for (const [hash, value] of features) bag.add(hash, value)
  return bag
}

function aModel(linear: Linear): ReaderModel {
  const numbers = new Numbering()
  numbers.add(77)
  numbers.add(5)
  return {
    trainedOn: 'ünfug',
    presence: linear,
    polarity: linear,
    mention: linear,
    gate: linear,
    background: { texts: 12, numbers, documents: [3, 9], mass: [0.5, 0] },
  }
}

const classes = ['a', 'b/c', 'ü']
const hash = fc.integer({ min: 0, max: 0xffffffff })
const feature = fc.record({
  hash,
  weights: fc.uniqueArray(fc.tuple(fc.nat(2), fc.float({ min: -4, max: 4, noNaN: true })), {
    selector: ([c]) => c,
    minLength: 1,
  }),
})
const intercepts = fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 })
const features = fc.uniqueArray(feature, { selector: (each) => each.hash, maxLength: 30 })

describe('an encoded model', () => {
  it('gives back the very scores', () => {
    fc.assert(
      fc.property(features, intercepts, fc.array(hash, { maxLength: 5 }), (known, start, unknown) => {
        const model = aModel(buildLinear(classes, Float64Array.from(start), known))
        const again = decodeModel(encodeModel(model))
        const values = known.map(({ hash: each }, i): [number, number] => [each, 1 + i / 7])
        for (const part of parts)
          for (const bag of [
            values,
            values.slice(0, 1),
            unknown.map((each): [number, number] => [each, 1]),
            [],
          ])
            expect(scores(again[part], bagOf(bag))).toEqual(scores(model[part], bagOf(bag)))
      }),
      { numRuns: 200, seed: 8 },
    )
  })

  it('gives back names, counts and masses', () => {
    const model = decodeModel(encodeModel(aModel(buildLinear(classes, Float64Array.of(1, 0.5, -2), []))))
    const { numbers, documents, mass, texts } = model.background
    expect(model.trainedOn).toBe('ünfug')
    expect(model.gate.classes).toEqual(classes)
    expect([...model.gate.intercepts]).toEqual([1, 0.5, -2])
    expect(texts).toBe(12)
    expect(numbers.size).toBe(2)
    expect([77, 5].map((each) => documents[numbers.get(each)!])).toEqual([3, 9])
    expect([77, 5].map((each) => mass[numbers.get(each)!])).toEqual([0.5, 0])
  })

  it('that is shipped has the same bytes once read and written again', () => {
    expect(Buffer.compare(shipped, encodeModel(decodeModel(shipped)))).toBe(0)
  })

  it('of another version is refused with the remedy', () => {
    const other = Uint8Array.from(shipped)
    other[4 + 'stack-verdict reader '.length]! ^= 1
    expect(() => decodeModel(other)).toThrow('npm run train')
  })

  it('that is cut short is refused', () => {
    expect(() => decodeModel(shipped.subarray(0, shipped.length - 3))).toThrow(RangeError)
  })

  it('is at most 3 MB', () => {
    expect(shipped.length).toBeLessThanOrEqual(3 * 1024 * 1024)
  })
})

describe('a linear model', () => {
  it('sums intercept and weights of what it knows, each weight to 1/254 of its class’s largest', () => {
    fc.assert(
      fc.property(features, intercepts, fc.array(hash, { maxLength: 5 }), (known, start, unknown) => {
        const model = buildLinear(classes, Float64Array.from(start), known)
        const seen = new Set(known.map((each) => each.hash))
        const others = unknown.filter((each) => !seen.has(each))
        const largest = classes.map((_, c) =>
          Math.max(
            0,
            ...known.flatMap(({ weights }) => weights.filter(([of]) => of === c).map(([, w]) => Math.abs(w))),
          ),
        )
        const bag = bagOf([...known.map(({ hash: each }) => each), ...others].map((each) => [each, 2]))
        scores(model, bag).forEach((sum, c) => {
          const weights = known.flatMap(({ weights: all }) =>
            all.filter(([of]) => of === c).map(([, w]) => 2 * w),
          )
          const exact = weights.reduce((a, b) => a + b, start[c]!)
          expect(Math.abs(sum - exact)).toBeLessThanOrEqual((2 * weights.length * largest[c]!) / 254 + 1e-4)
        })
      }),
      { numRuns: 200, seed: 9 },
    )
  })
})
