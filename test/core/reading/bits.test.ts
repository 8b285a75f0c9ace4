import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitReader, BitWriter, riceSize } from '../../../src/core/reading/bits.ts'

const numbers = fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: 1, maxLength: 40 })

describe('numbers as bits', () => {
  it('come back as they were written, whatever stands beside them', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 127 }), (values, other) => {
        const k = riceSize(values)
        const out = new BitWriter()
        for (const value of values) {
          out.rice(value, k)
          out.bits(other, 7)
        }
        const input = new BitReader(out.done())
        for (const value of values) {
          expect(input.rice(k)).toBe(value)
          expect(input.bits(7)).toBe(other)
        }
      }),
    )
  })

  it('take few bits where they are small', () => {
    const values = Array.from({ length: 1000 }, (_, i) => i % 4)
    const out = new BitWriter()
    for (const value of values) out.rice(value, riceSize(values))
    expect(out.done().length).toBeLessThan(400)
  })

  it('end with an error, not with made-up numbers', () => {
    const out = new BitWriter()
    out.bits(5, 8)
    const input = new BitReader(out.done())
    expect(input.bits(8)).toBe(5)
    expect(() => input.rice(2)).toThrow(RangeError)
  })
})
