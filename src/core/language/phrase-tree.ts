import { mix } from './hash.ts'

/** A tree of phrases as plain data. */
export interface StoredPhrases {
  /** Words by their number. */
  words: readonly string[]
  /** Open-address table of steps: a node + 1, a word, the node that it leads to; 0 is an empty place. Node 0 is the root. */
  steps: Uint32Array
  /** What ends at node n: [offsets[n], offsets[n + 1]) of the values. */
  offsets: Uint32Array
  values: Uint16Array
}

/** Numbers in a place of the table of steps. */
const STEP = 3

/**
 * Puts phrases in a tree, each with a value of 16 bits. Linear in their words. The same lists give the same data.
 */
export function storePhrases(
  phrases: Iterable<readonly [words: readonly string[], value: number]>,
): StoredPhrases {
  const numbers = new Map<string, number>()
  const nodes: Map<number, number>[] = [new Map()]
  const ends: number[][] = [[]]
  for (const [words, value] of phrases) {
    let node = 0
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      const next = nodes[node]!.get(number) ?? nodes.length
      if (next === nodes.length) {
        nodes[node]!.set(number, next)
        nodes.push(new Map())
        ends.push([])
      }
      node = next
    }
    if (!ends[node]!.includes(value)) ends[node]!.push(value)
  }
  const offsets = new Uint32Array(nodes.length + 1)
  ends.forEach((values, node) => {
    offsets[node + 1] = offsets[node]! + values.length
  })
  return {
    words: [...numbers.keys()],
    steps: tableOf(nodes),
    offsets,
    values: Uint16Array.from(ends.flat()),
  }
}

function tableOf(nodes: readonly ReadonlyMap<number, number>[]): Uint32Array {
  let places = 16
  while (places < nodes.length * 2) places *= 2
  const steps = new Uint32Array(places * STEP)
  nodes.forEach((nexts, from) => {
    for (const [word, to] of nexts) {
      let at = (mix(from, word) & (places - 1)) * STEP
      while (steps[at] !== 0) at = (at + STEP) % steps.length
      steps.set([from + 1, word, to], at)
    }
  })
  return steps
}

/** A tree of phrases in flat arrays: thousands of them as objects would take ten times the room. */
export class PhraseTree {
  /** Where every phrase begins. */
  readonly root = 0
  private readonly stored: StoredPhrases
  private readonly numbers: ReadonlyMap<string, number>
  private readonly mask: number

  constructor(stored: StoredPhrases) {
    this.stored = stored
    this.numbers = new Map(stored.words.map((word, number) => [word, number]))
    this.mask = stored.steps.length / STEP - 1
  }

  /** The numbers of words; −1 for one that no phrase has. */
  numbered(words: readonly string[]): number[] {
    return words.map((word) => this.numbers.get(word) ?? -1)
  }

  /** The node that a word leads to; −1 where no phrase goes on with it. */
  next(node: number, word: number): number {
    if (word < 0) return -1
    const { steps } = this.stored
    let at = (mix(node, word) & this.mask) * STEP
    while (steps[at] !== 0) {
      if (steps[at] === node + 1 && steps[at + 1] === word) return steps[at + 2]!
      at = at + STEP === steps.length ? 0 : at + STEP
    }
    return -1
  }

  /** Calls `found` with each value of the phrases that end at a node, in their order. */
  ends(node: number, found: (value: number) => void): void {
    const { offsets, values } = this.stored
    for (let o = offsets[node]!, end = offsets[node + 1]!; o < end; o++) found(values[o]!)
  }
}
