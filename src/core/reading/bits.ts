/**
 * Whole numbers in as few bits as their size asks for. A Rice code (R. F. Rice, JPL Publication 79-22, 1979) has the
 * number's upper part in ones, a zero, and `k` lower bits: short where numbers fall off as those of a sorted list's
 * gaps and of rounded weights do.
 */
export class BitWriter {
  private bytes = new Uint8Array(1 << 16)
  /** Bits that are written. */
  private length = 0

  /** The lower `size` bits of a number, the highest first; at most 31. */
  bits(value: number, size: number): void {
    for (let i = size - 1; i >= 0; i--) this.bit((value >>> i) & 1)
  }

  /** A number from 0 below 2³². */
  rice(value: number, k: number): void {
    for (let rest = Math.floor(value / 2 ** k); rest > 0; rest--) this.bit(1)
    this.bit(0)
    this.bits(value % 2 ** k, k)
  }

  done(): Uint8Array {
    return this.bytes.slice(0, Math.ceil(this.length / 8))
  }

  private bit(value: number): void {
    const at = this.length >> 3
    if (at === this.bytes.length) {
      const next = new Uint8Array(this.bytes.length * 2)
      next.set(this.bytes)
      this.bytes = next
    }
    if (value) this.bytes[at]! |= 128 >> (this.length & 7)
    this.length++
  }
}

/** Reads what `BitWriter` wrote, in the same order; throws RangeError past the end. */
export class BitReader {
  private at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  bits(size: number): number {
    let value = 0
    for (let i = 0; i < size; i++) value = value * 2 + this.bit()
    return value
  }

  rice(k: number): number {
    let upper = 0
    while (this.bit()) upper++
    return upper * 2 ** k + this.bits(k)
  }

  private bit(): number {
    const byte = this.bytes[this.at >> 3]
    if (byte === undefined) throw new RangeError('the bits end too early')
    return (byte >> (7 - (this.at++ & 7))) & 1
  }
}

/** The `k` that makes a list of numbers short. */
export function riceSize(values: Iterable<number>): number {
  let sum = 0
  let count = 0
  for (const value of values) {
    sum += value
    count++
  }
  return count ? Math.max(0, Math.floor(Math.log2((Math.LN2 * sum) / count + 1))) : 0
}
