import { describe, expect, it } from 'vitest'
import { largest } from '../../../src/core/matching/largest.ts'

describe('the places of the largest values', () => {
  it('come largest first, of equal ones the earlier', () => {
    expect(largest(Float64Array.of(1, 5, 3, 5, 2), 3)).toEqual([1, 3, 2])
  })

  it('are all of them where there are fewer', () => {
    expect(largest(Float64Array.of(-2, -1), 3)).toEqual([1, 0])
    expect(largest(new Float64Array(), 3)).toEqual([])
  })
})
