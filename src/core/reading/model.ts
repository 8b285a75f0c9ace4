import { Numbering } from '../language/numbering.ts'
import type { Background } from '../matching/count-entries.ts'
import { type Linear, stored, tabled } from './linear.ts'
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
  /** `situation`: does the message describe a case and ask for a choice? `general`: else, is it one that guides answer? */
  gate: Linear
  /** Counts of questions that no entry answers. */
  background: Background
}

const MAGIC = 'stack-verdict reader 3'

/** Bytes of a model; weights become 8 bits of each class's largest. The same model gives the same bytes. */
export function encodeModel(model: ReaderModel): Uint8Array {
  const out = new Writer()
  out.text(MAGIC)
  out.text(model.trainedOn)
  for (const linear of [model.presence, model.polarity, model.mention, model.gate]) encodeLinear(out, linear)
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
    background: decodeBackground(input),
  }
}

function encodeLinear(out: Writer, model: Linear): void {
  const { classes, intercepts, steps, hashes, counts, weights } = stored(model)
  out.text(classes.join('\n'))
  classes.forEach((_, c) => {
    out.f32(intercepts[c]!)
    out.f32(steps[c]!)
  })
  out.u32(hashes.length)
  for (const hash of hashes) out.u32(hash)
  for (const count of counts) out.u8(count)
  out.u32(weights.length)
  for (const weight of weights) out.i8(weight)
}

function decodeLinear(input: Reader): Linear {
  const classes = input.text().split('\n')
  const intercepts = new Float64Array(classes.length)
  const steps = new Float64Array(classes.length)
  for (let c = 0; c < classes.length; c++) {
    intercepts[c] = input.f32()
    steps[c] = input.f32()
  }
  const count = input.u32()
  const hashes = new Uint32Array(count)
  for (let i = 0; i < count; i++) hashes[i] = input.u32()
  const counts = input.bytesOf(count)
  const weights = input.bytesOf(input.u32())
  return tabled({
    classes,
    intercepts,
    steps,
    hashes,
    counts,
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length),
  })
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
