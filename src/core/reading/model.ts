import { Numbering } from '../language/numbering.ts'
import type { Background } from '../matching/count-entries.ts'
import { BitReader, BitWriter, riceSize } from './bits.ts'
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
  /**
   * `situation`: does the message describe a case and ask for a choice? `general`: else, is it one that guides answer?
   * `closing`: behind a discussion, does it ask for its verdict?
   */
  gate: Linear
  /** Counts of questions that no entry answers. */
  background: Background
}

const MAGIC = 'stack-verdict reader 4'

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
  const gaps = gapsOf(hashes)
  const sizes = weights.filter((_, i) => i % 2 === 1).map((weight) => Math.abs(weight) - 1)
  const [gapSize, stepSize] = [riceSize(gaps), riceSize(sizes)]
  const classSize = sizeOf(classes)
  const bits = new BitWriter()
  let at = 0
  for (let feature = 0; feature < hashes.length; feature++) {
    bits.rice(gaps[feature]!, gapSize)
    for (let left = counts[feature]!; left > 0; left--) {
      const [c, weight] = [weights[at++]!, weights[at++]!]
      bits.bits(c, classSize)
      bits.rice(Math.abs(weight) - 1, stepSize)
      bits.bits(weight < 0 ? 1 : 0, 1)
      bits.bits(left > 1 ? 1 : 0, 1)
    }
  }
  out.u32(hashes.length)
  out.u32(weights.length)
  out.u8(gapSize)
  out.u8(stepSize)
  out.block(bits.done())
}

function decodeLinear(input: Reader): Linear {
  const classes = input.text().split('\n')
  const intercepts = new Float64Array(classes.length)
  const steps = new Float64Array(classes.length)
  for (let c = 0; c < classes.length; c++) {
    intercepts[c] = input.f32()
    steps[c] = input.f32()
  }
  const hashes = new Uint32Array(input.u32())
  const weights = new Int8Array(input.u32())
  const [gapSize, stepSize] = [input.u8(), input.u8()]
  const classSize = sizeOf(classes)
  const bits = new BitReader(input.block())
  const counts = new Uint8Array(hashes.length)
  let at = 0
  let hash = 0
  for (let feature = 0; feature < hashes.length; feature++) {
    hash += bits.rice(gapSize)
    hashes[feature] = hash
    do {
      weights[at++] = bits.bits(classSize)
      const size = bits.rice(stepSize) + 1
      weights[at++] = bits.bits(1) ? -size : size
      counts[feature]!++
    } while (bits.bits(1))
  }
  return tabled({ classes, intercepts, steps, hashes, counts, weights })
}

/** How far apart sorted numbers are, the first from 0. */
function gapsOf(sorted: Uint32Array): Uint32Array {
  return sorted.map((value, i) => value - (i > 0 ? sorted[i - 1]! : 0))
}

/** Bits that tell any of the classes. */
function sizeOf(classes: readonly string[]): number {
  return 32 - Math.clz32(classes.length - 1)
}

/** Documents and mass of a feature of the background are rounded to what two bytes hold. */
const MOST = 65535

function encodeBackground(out: Writer, { texts, numbers, documents, mass }: Background): void {
  const hashes = numbers.inOrder()
  const order = [...hashes.keys()].sort((a, b) => hashes[a]! - hashes[b]!)
  const gaps = gapsOf(Uint32Array.from(order, (number) => hashes[number]!))
  const rows = [
    gaps,
    Uint32Array.from(order, (number) => Math.min(MOST, documents[number]!)),
    Uint32Array.from(order, (number) => Math.min(MOST, Math.round(mass[number]! * 256))),
  ]
  out.u32(texts)
  out.u32(hashes.length)
  for (const row of rows) {
    const size = riceSize(row)
    const bits = new BitWriter()
    for (const value of row) bits.rice(value, size)
    out.u8(size)
    out.block(bits.done())
  }
}

function decodeBackground(input: Reader): Background {
  const texts = input.u32()
  const count = input.u32()
  const [gaps, documents, masses] = [0, 1, 2].map(() => {
    const size = input.u8()
    const bits = new BitReader(input.block())
    return Float64Array.from({ length: count }, () => bits.rice(size))
  })
  const numbers = new Numbering(count)
  let hash = 0
  for (const gap of gaps!) {
    hash += gap
    numbers.add(hash)
  }
  return {
    texts,
    numbers,
    documents: Uint16Array.from(documents!),
    mass: masses!.map((value) => value / 256),
  }
}
