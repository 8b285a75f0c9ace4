import { describe, expect, it } from 'vitest'
import { Bag } from '../../src/core/reading/features.ts'
import { scores } from '../../src/core/reading/linear.ts'
import { fitLinear } from '../../src/train/fit.ts'

/** A bag that holds each hash once. */
function aBag(...hashes: number[]): Bag {
  const bag = new Bag()
  for (const hash of hashes) bag.add(hash, 1)
  return bag
}

const rows = [aBag(1, 7), aBag(1, 8), aBag(1, 7, 8), aBag(2, 7), aBag(2, 8), aBag(2, 7, 8), aBag(9)]
const isFirst = (row: number) => row < 3
const fit = (options = { cost: 10, least: 2 }) =>
  fitLinear(rows, ['first', 'second'], (row, c) => (c === 'first') === isFirst(row), options)

describe('fitLinear', () => {
  it('separates rows by what tells them apart', () => {
    const model = fit()
    rows.slice(0, 6).forEach((bag, row) => {
      const [first, second] = scores(model, bag)
      expect(first! > 0, `row ${row}`).toBe(isFirst(row))
      expect(second! > 0, `row ${row}`).toBe(!isFirst(row))
    })
  })

  it('weighs what tells classes apart more than what does not', () => {
    const model = fit()
    const pull = (hash: number) => Math.abs(scores(model, aBag(hash))[0]! - model.intercepts[0]!)
    expect(pull(1)).toBeGreaterThan(4 * pull(7))
    expect(scores(model, aBag(1))[0]! - model.intercepts[0]!).toBeGreaterThan(0)
    expect(scores(model, aBag(2))[0]! - model.intercepts[0]!).toBeLessThan(0)
  })

  it('knows nothing of features that stand in too few rows or were never seen', () => {
    const model = fit()
    expect([...scores(model, aBag(9, 12345))]).toEqual([...model.intercepts])
    expect([...scores(fit({ cost: 10, least: 1 }), aBag(9))]).not.toEqual([...model.intercepts])
  })

  it('fits closer at a higher cost', () => {
    const margin = (cost: number) => scores(fit({ cost, least: 2 }), aBag(1, 7))[0]!
    expect(margin(10)).toBeGreaterThan(margin(0.1))
  })

  it('drops weights below the share that is pruned', () => {
    const pruned = fitLinear(rows, ['first'], isFirst, { cost: 10, least: 2, prune: 0.5 })
    expect([...scores(pruned, aBag(7))]).toEqual([...pruned.intercepts])
    expect([...scores(pruned, aBag(1))]).not.toEqual([...pruned.intercepts])
  })

  it('is the same for the same rows', () => {
    expect(fit()).toEqual(fit())
  })
})
