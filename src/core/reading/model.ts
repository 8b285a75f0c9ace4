import type { Background } from '../matching/entry-index.ts'
import { Numbering } from '../matching/numbering.ts'
import type { Linear } from './linear.ts'
import { Reader, Writer } from './pack.ts'

/** Everything that training prepares. It belongs to the language and the shared facts, not to one comparison. */
export interface ReaderModel {
  /** Fingerprint of the data that it was trained on. */
  trainedOn: string
  /** Is a fact spoken of in this clause? One class per fact that is not per option. */
  presence: Linear
  /** How is it said: yes, no, or why it does not count. One model for all facts. */
  polarity: Linear
  /** What a mention of an option says: `team=yes`, `existing=no`, `proposed`, `none`, … */
  mention: Linear
  /** Is the message a situation that asks for a choice? */
  gate: Linear
  /** Is a question that is no situation one that the guides could answer, or out of scope? */
  scope: Linear
  /** Counts of questions that no entry answers. */
  background: Background
}

const MAGIC = 'stack-verdict reader 2'

/** Bytes of a model; weights become 8 bits of each class's largest. The same model gives the same bytes. */
export function encodeModel(model: ReaderModel): Uint8Array {
  const out = new Writer()
  out.text(MAGIC)
  out.text(model.trainedOn)
  for (const linear of [model.presence, model.polarity, model.mention, model.gate, model.scope])
    encodeLinear(out, linear)
  encodeBackground(out, model.background)
  return out.done()
}

/** The model in `bytes`; throws when they are no model of this version. */
export function decodeModel(bytes: Uint8Array): ReaderModel {
  const input = new Reader(bytes)
  if (input.text() !== MAGIC) throw new Error('not a reader model of this version; run `npm run train`')
  return {
    trainedOn: input.text(),
    presence: decodeLinear(input),
    polarity: decodeLinear(input),
    mention: decodeLinear(input),
    gate: decodeLinear(input),
    scope: decodeLinear(input),
    background: decodeBackground(input),
  }
}

function encodeLinear(out: Writer, model: Linear): void {
  out.text(model.classes.join('\n'))
  const top = new Float64Array(model.classes.length)
  for (let o = 0; o < model.weightOf.length; o++) {
    const c = model.classOf[o]!
    top[c] = Math.max(top[c]!, Math.abs(model.weightOf[o]!))
  }
  model.classes.forEach((_, c) => {
    out.f32(model.intercepts[c]!)
    out.f32(top[c]!)
  })
  const features: [hash: number, place: number][] = []
  model.slots.forEach((place, at) => {
    if (place >= 0) features.push([model.hashes[at]!, place])
  })
  features.sort((a, b) => a[0] - b[0])
  const quantized = features.map(([hash, place]) => {
    const weights: [number, number][] = []
    for (let o = model.offsets[place]!; o < model.offsets[place + 1]!; o++) {
      const c = model.classOf[o]!
      const q = Math.round((model.weightOf[o]! / top[c]!) * 127)
      if (q) weights.push([c, q])
    }
    return { hash, weights }
  })
  const kept = quantized.filter((feature) => feature.weights.length)
  out.u32(kept.length)
  for (const { hash, weights } of kept) {
    out.u32(hash)
    out.u8(weights.length)
    for (const [c, q] of weights) {
      out.u8(c)
      out.i8(q)
    }
  }
}

function decodeLinear(input: Reader): Linear {
  const classes = input.text().split('\n')
  const intercepts = new Float64Array(classes.length)
  const top = new Float64Array(classes.length)
  for (let c = 0; c < classes.length; c++) {
    intercepts[c] = input.f32()
    top[c] = input.f32()
  }
  const count = input.u32()
  let size = 16
  while (size < count * 2) size *= 2
  const hashes = new Uint32Array(size)
  const slots = new Int32Array(size).fill(-1)
  const mask = size - 1
  const offsets = new Uint32Array(count + 1)
  // What is left of the bytes bounds the number of weights, two bytes each; cut to size below.
  const classOf = new Uint8Array(input.left >> 1)
  const weightOf = new Float32Array(input.left >> 1)
  let next = 0
  for (let place = 0; place < count; place++) {
    const hash = input.u32()
    let at = hash & mask
    while (slots[at]! >= 0) at = (at + 1) & mask
    hashes[at] = hash
    slots[at] = place
    offsets[place] = next
    const last = next + input.u8()
    for (; next < last; next++) {
      const c = input.u8()
      classOf[next] = c
      weightOf[next] = (input.i8() / 127) * top[c]!
    }
  }
  offsets[count] = next
  return {
    classes,
    intercepts,
    hashes,
    slots,
    mask,
    offsets,
    classOf: classOf.slice(0, next),
    weightOf: weightOf.slice(0, next),
  }
}

function encodeBackground(out: Writer, { texts, numbers, documents, mass }: Background): void {
  out.u32(texts)
  const hashes = numbers.inOrder()
  out.u32(hashes.length)
  for (const number of [...hashes.keys()].sort((a, b) => hashes[a]! - hashes[b]!)) {
    out.u32(hashes[number]!)
    out.u16(Math.min(65535, documents[number]!))
    out.u16(Math.min(65535, Math.round(mass[number]! * 256)))
  }
}

function decodeBackground(input: Reader): Background {
  const texts = input.u32()
  const count = input.u32()
  const numbers = new Numbering(count)
  const documents = new Uint16Array(count)
  const mass = new Float64Array(count)
  for (let number = 0; number < count; number++) {
    numbers.add(input.u32())
    documents[number] = input.u16()
    mass[number] = input.u16() / 256
  }
  return { texts, numbers, documents, mass }
}
