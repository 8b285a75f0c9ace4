import { describe, expect, it } from 'vitest'
import { Bag } from '../../src/core/reading/features.ts'
import { type FitOptions, fitLinear, joined } from '../../src/train/fit.ts'
import { scores } from './scores.ts'

/** A bag that holds each hash once. */
function aBag(...hashes: number[]): Bag {
  const bag = new Bag()
  for (const hash of hashes) bag.add(hash, 1)
  return bag
}

const rows = [aBag(1, 7), aBag(1, 8), aBag(1, 7, 8), aBag(2, 7), aBag(2, 8), aBag(2, 7, 8), aBag(9)]
const isFirst = (row: number) => row < 3

/** The two classes of the rows, fitted. */
function fitted(options: FitOptions = { cost: 10, least: 2 }) {
  return joined(fitLinear(rows, ['first', 'second'], (row, c) => (c === 'first') === isFirst(row), options))
}

describe('fitLinear', () => {
  it('separates rows by what tells them apart', () => {
    const model = fitted()
    rows.slice(0, 6).forEach((bag, row) => {
      const [first, second] = scores(model, bag)
      expect(first! > 0, `row ${row}`).toBe(isFirst(row))
      expect(second! > 0, `row ${row}`).toBe(!isFirst(row))
    })
  })

  it('weighs what tells classes apart more than what does not', () => {
    const model = fitted()
    const pull = (hash: number) => Math.abs(scores(model, aBag(hash))[0]! - scores(model, aBag())[0]!)
    expect(pull(1)).toBeGreaterThan(4 * pull(7))
    expect(scores(model, aBag(1))[0]! - scores(model, aBag())[0]!).toBeGreaterThan(0)
    expect(scores(model, aBag(2))[0]! - scores(model, aBag())[0]!).toBeLessThan(0)
  })

  it('knows nothing of features that stand in too few rows or were never seen', () => {
    const model = fitted()
    expect([...scores(model, aBag(9, 12345))]).toEqual([...scores(model, aBag())])
    expect([...scores(fitted({ cost: 10, least: 1 }), aBag(9))]).not.toEqual([...scores(model, aBag())])
  })

  it('fits closer at a higher cost', () => {
    const margin = (cost: number) => scores(fitted({ cost, least: 2 }), aBag(1, 7))[0]!
    expect(margin(10)).toBeGreaterThan(margin(0.1))
  })

  it('drops weights below the share that is pruned', () => {
    const pruned = joined(fitLinear(rows, ['first'], isFirst, { cost: 10, least: 2, prune: 0.5 }))
    expect([...scores(pruned, aBag(7))]).toEqual([...scores(pruned, aBag())])
    expect([...scores(pruned, aBag(1))]).not.toEqual([...scores(pruned, aBag())])
  })

  it('leans less on one feature alone where rows are learnt with dropout', () => {
    // 1 stands in every row of the first class, 3 in half of them.
    const many = Array.from({ length: 60 }, (_, i) =>
      i < 30 ? aBag(1, 20 + i, ...(i % 2 ? [3] : [])) : aBag(2, 20 + i),
    )
    const share = (dropout: number) => {
      const model = joined(fitLinear(many, ['first'], (row) => row < 30, { cost: 10, least: 2, dropout }))
      const pull = (hash: number) => scores(model, aBag(hash))[0]! - scores(model, aBag())[0]!
      return pull(3) / pull(1)
    }
    expect(share(0.5)).toBeGreaterThan(1.2 * share(0))
  })

  it.each([0, 0.3])('is the same for the same rows, also with dropout %d', (dropout) => {
    const options = { cost: 10, least: 2, dropout }
    expect(fitted(options)).toEqual(fitted(options))
  })
})

describe('joined models', () => {
  it('score as each of them alone', () => {
    const one = fitLinear(rows, ['first'], isFirst, { cost: 10, least: 2 })
    const other = fitLinear(rows, ['odd', 'even'], (row, c) => (c === 'odd') === (row % 2 === 1), {
      cost: 1,
      least: 1,
    })
    const both = joined(one, other)
    expect(both.classes).toEqual(['first', 'odd', 'even'])
    for (const bag of [...rows, aBag(), aBag(4)])
      expect([...scores(both, bag)]).toEqual([...scores(joined(one), bag), ...scores(joined(other), bag)])
  })
})
