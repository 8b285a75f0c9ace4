import { describe, expect, it } from 'vitest'
import { ComparisonIndex, countComparisons } from '../../../src/core/routing/comparison-index.ts'
import { knowledgeWithTwo } from '../../whole-path/nonsense-pack.ts'

const { comparisons } = knowledgeWithTwo()
const index = new ComparisonIndex(countComparisons(comparisons), comparisons.length)

function best(text: string): string[] {
  return index.rank(text.split(' '), 2).map((of) => comparisons[of]!.slug)
}

describe('the index over comparisons', () => {
  it('finds the one whose words are used', () => {
    expect(best('is it scraped of barnacles')[0]).toBe('quornet-vs-vernade')
    expect(best('feeding it oats')[0]).toBe('zibo-vs-quor-vs-mave')
  })

  it('counts rare words more than those that all use', () => {
    expect(best('which one is the faster glimmer')[0]).toBe('zibo-vs-quor-vs-mave')
  })

  it('knows none by words that nobody uses', () => {
    expect(best('xylophone')).toEqual([])
  })
})
