import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../src/knowledge/arrays-apart.ts'

const array = fc.oneof(
  fc.int8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.float32Array(),
  fc.float64Array(),
)
const value = fc.dictionary(
  fc.string(),
  fc.oneof(array, fc.string(), fc.integer(), fc.array(fc.oneof(fc.string(), array))),
)

describe('values packed with their arrays apart', () => {
  it('come back as they were, wherever the bytes stand', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 9 }), (given, before) => {
        const packed = pack(given)
        const moved = Buffer.alloc(before + packed.length)
        moved.set(packed, before)
        expect(unpack(moved.subarray(before))).toEqual(given)
      }),
    )
  })

  it('hold on to their arrays alone', () => {
    const packed = pack({ text: 'x'.repeat(1000), counts: new Uint32Array(4), weights: new Float64Array(2) })
    const back = unpack(packed) as { counts: Uint32Array; weights: Float64Array }
    expect(back.counts.buffer).toBe(back.weights.buffer)
    expect(back.counts.buffer.byteLength).toBe(32)
  })

  it('take no array of a kind that nothing here is made of', () => {
    expect(() => pack({ big: new BigInt64Array(1) })).toThrow('BigInt64Array cannot be packed')
  })
})
