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

  i8(value: number): void {
    this.room(1).setInt8(this.length++, value)
  }

  u16(value: number): void {
    this.room(2).setUint16(this.length, value, true)
    this.length += 2
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
    const encoded = new TextEncoder().encode(value)
    this.u32(encoded.length)
    this.room(encoded.length)
    this.bytes.set(encoded, this.length)
    this.length += encoded.length
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

  /** Bytes that are not read yet. */
  get left(): number {
    return this.bytes.length - this.at
  }

  u8(): number {
    return this.view.getUint8(this.at++)
  }

  i8(): number {
    return this.view.getInt8(this.at++)
  }

  u16(): number {
    this.at += 2
    return this.view.getUint16(this.at - 2, true)
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
    const length = this.u32()
    this.at += length
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at))
  }

  /** The next `count` bytes as they are, copied out of the file. */
  bytesOf(count: number): Uint8Array {
    this.at += count
    if (this.at > this.bytes.length) throw new RangeError('the bytes end too early')
    return this.bytes.slice(this.at - count, this.at)
  }
}
