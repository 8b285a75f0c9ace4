import { Deserializer, Serializer } from 'node:v8'

declare module 'node:v8' {
  // Documented, and missing from the types.
  interface Serializer {
    _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void
  }
}

/** Kinds of typed arrays, by the number that they are stored under. */
const KINDS = [Int8Array, Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array]
type Kind = InstanceType<(typeof KINDS)[number]>

/** Arrays begin at a multiple of the largest number's bytes. */
const ALIGNED = 8

/** Bytes of the head: how long the values are that stand before the arrays. */
const HEAD = 4

/**
 * Values as bytes, as `serialize` makes them, but with all typed arrays behind the rest: what reads them back keeps one
 * buffer of arrays alone, and copies none. Throws a TypeError for an array of a kind that is not in use here.
 */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  const packer = new Packer()
  packer.writeHeader()
  packer.writeValue(value)
  const values = packer.releaseBuffer()
  const bytes = new Uint8Array(HEAD + values.length + packer.size)
  new DataView(bytes.buffer).setUint32(0, values.length)
  bytes.set(values, HEAD)
  for (const { array, at } of packer.arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), HEAD + values.length + at)
  }
  return bytes
}

/** The way back. */
export function unpack(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  // A copy, so that the arrays hold on to nothing but themselves.
  const arrays = new Uint8Array(bytes.subarray(HEAD + length))
  const unpacker = new Unpacker(bytes.subarray(HEAD, HEAD + length), arrays.buffer)
  unpacker.readHeader()
  return unpacker.readValue()
}

class Packer extends Serializer {
  readonly arrays: { array: Kind; at: number }[] = []
  size = 0

  constructor() {
    super()
    this._setTreatArrayBufferViewsAsHostObjects(true)
  }

  _writeHostObject(array: Kind): void {
    const kind = KINDS.findIndex((each) => array instanceof each)
    if (kind < 0) throw new TypeError(`${array.constructor.name} cannot be packed; add it to the kinds.`)
    this.writeUint32(kind)
    this.writeUint32(this.size)
    this.writeUint32(array.length)
    this.arrays.push({ array, at: this.size })
    this.size += Math.ceil(array.byteLength / ALIGNED) * ALIGNED
  }
}

class Unpacker extends Deserializer {
  private readonly arrays: ArrayBuffer

  constructor(values: Uint8Array, arrays: ArrayBuffer) {
    super(values)
    this.arrays = arrays
  }

  _readHostObject(): Kind {
    const kind = KINDS[this.readUint32()]
    const at = this.readUint32()
    const length = this.readUint32()
    if (!kind) throw new TypeError('The bytes hold an array of a kind that is not known.')
    return new kind(this.arrays, at, length)
  }
}
