/** A numbering as plain data. */
export interface StoredNumbering {
  size: number
  hashes: Uint32Array
  slots: Int32Array
}

/** Numbers 32-bit hashes in the order of first sight, in flat arrays: a Map would keep an object for each. */
export class Numbering {
  /** Hashes seen. */
  size = 0
  private hashes: Uint32Array
  private slots: Int32Array

  /** With `room` for as many hashes from the start; it grows where they are more. */
  constructor(room = 0) {
    let slots = 16
    while (slots < room * 2) slots *= 2
    this.hashes = new Uint32Array(slots)
    this.slots = new Int32Array(slots).fill(-1)
  }

  /** The numbering that `stored` gave; it takes over the arrays. */
  static of({ size, hashes, slots }: StoredNumbering): Numbering {
    const numbering = new Numbering()
    numbering.size = size
    numbering.hashes = hashes
    numbering.slots = slots
    return numbering
  }

  /** Its arrays as they are, not copied. */
  stored(): StoredNumbering {
    return { size: this.size, hashes: this.hashes, slots: this.slots }
  }

  /** The number of a hash; undefined for one never seen. */
  get(hash: number): number | undefined {
    const slot = this.slots[this.find(hash)]!
    return slot < 0 ? undefined : slot
  }

  /** The number of a hash, the next one for a new hash. */
  add(hash: number): number {
    const at = this.find(hash)
    const slot = this.slots[at]!
    if (slot >= 0) return slot
    this.hashes[at] = hash
    this.slots[at] = this.size
    this.size++
    // At most half full, so that a search ends soon.
    if (this.size * 2 > this.slots.length) this.grow()
    return this.size - 1
  }

  /** All hashes by their number. */
  inOrder(): Uint32Array {
    const ordered = new Uint32Array(this.size)
    for (let at = 0; at < this.slots.length; at++) {
      if (this.slots[at]! >= 0) ordered[this.slots[at]!] = this.hashes[at]!
    }
    return ordered
  }

  /** Where a hash stands, or the empty slot for it. */
  private find(hash: number): number {
    const { hashes, slots } = this
    const mask = slots.length - 1
    let at = hash & mask
    while (slots[at]! >= 0 && hashes[at] !== hash) at = (at + 1) & mask
    return at
  }

  private grow(): void {
    const { hashes, slots } = this
    this.hashes = new Uint32Array(slots.length * 2)
    this.slots = new Int32Array(slots.length * 2).fill(-1)
    for (let i = 0; i < slots.length; i++) {
      if (slots[i]! < 0) continue
      const at = this.find(hashes[i]!)
      this.hashes[at] = hashes[i]!
      this.slots[at] = slots[i]!
    }
  }
}
