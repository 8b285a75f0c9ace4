/** Writes numbers and texts one after another into growing bytes, little-endian on every machine. */
export class Writer {
  private bytes = new Uint8Array(1 << 16)
  private length = 0

  private room(size: number): DataView {
    if (this.length + size > this.bytes.length) {
      const next = new Uint8Array(Math.max(this.bytes.length * 2, this.length + size))
      next.set(this.bytes.subarray(0, this.length))
      this.bytes = next
    }
    return new DataView(this.bytes.buffer)
  }

  u8(value: number): void {
    this.room(1).setUint8(this.length++, value)
  }

  u32(value: number): void {
    this.room(4).setUint32(this.length, value, true)
    this.length += 4
  }

  f32(value: number): void {
    this.room(4).setFloat32(this.length, value, true)
    this.length += 4
  }

  text(value: string): void {
    this.block(new TextEncoder().encode(value))
  }

  /** Bytes, with how many they are. */
  block(bytes: Uint8Array): void {
    this.u32(bytes.length)
    this.room(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

/** Reads what `Writer` wrote, in the same order; throws RangeError past the end. */
export class Reader {
  private at = 0
  private readonly view: DataView
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  u8(): number {
    return this.view.getUint8(this.at++)
  }

  u32(): number {
    this.at += 4
    return this.view.getUint32(this.at - 4, true)
  }

  f32(): number {
    this.at += 4
    return this.view.getFloat32(this.at - 4, true)
  }

  text(): string {
    return new TextDecoder().decode(this.block())
  }

  /** The bytes that `block` wrote, copied out of the file. */
  block(): Uint8Array {
    const count = this.u32()
    this.at += count
    if (this.at > this.bytes.length) throw new RangeError('the bytes end too early')
    return this.bytes.slice(this.at - count, this.at)
  }
}
