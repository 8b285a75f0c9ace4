/** 32-bit FNV-1a over UTF-16 code units of `text`, from `from` to `to`, continued from `seed`. */
export function hashText(text: string, seed = 0x811c9dc5, from = 0, to = text.length): number {
  let h = seed
  for (let i = from; i < to; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  return h >>> 0
}

/** Mixes two hashes in order; used for word pairs and to keep kinds of features apart. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b ^ (b >>> 13), 0x297a2d39)
  h ^= h >>> 16
  return Math.imul(h, 0x45d9f3b) >>> 0
}
