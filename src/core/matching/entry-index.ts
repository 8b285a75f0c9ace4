import { LEAST, type QuestionFeatures } from './features.ts'

/** What training prepared of questions that no entry answers, so that idf and the out-of-scope class need no corpus. */
export interface Background {
  /** Texts counted in `documents`. */
  texts: number
  /** Hash → texts that hold it. */
  documents: ReadonlyMap<number, number>
  /** Hash → summed tf-idf mass in texts that are out of scope. */
  mass: ReadonlyMap<number, number>
}

export interface Ranked {
  /** Index of the class in the order given to `buildEntryIndex`. */
  entry: number
  probability: number
}

export interface EntryMatch {
  /** All entries, best first; at most `limit`. */
  ranked: Ranked[]
  /** Probability that the question belongs to no entry. */
  out: number
  /** Share of the question's information (idf mass of stems) that the best entry's wordings cover, 0–1. */
  coverage: number
  /** Stems of the question that the best entry's wordings hold. */
  matched: string[]
  /** How sure it is that the best entry answers the whole question; compared with a calibrated threshold. */
  sure: number
}

/** Naive Bayes over tf-idf of wordings, sparse: counted when knowledge is loaded, nothing is trained. */
export interface EntryIndex {
  classes: number
  /** Hash → place; postings of place p are [offsets[p], offsets[p + 1]). */
  places: Map<number, number>
  idf: Float32Array
  offsets: Uint32Array
  classOf: Uint32Array
  gain: Float32Array
  /** log of the total mass per class, the out-of-scope class last. */
  total: Float64Array
  /** Number of texts for idf of unknown stems. */
  texts: number
}

const ALPHA = 0.05

/**
 * Counts wordings per entry. `wordings[i]` are the features of the wordings of entry i.
 * The out-of-scope class is the last one. Linear in the number of wordings.
 */
export function buildEntryIndex(
  wordings: readonly (readonly QuestionFeatures[])[],
  rest: Background,
): EntryIndex {
  const seen = collect(wordings)
  const texts = rest.texts + seen.texts
  const places = new Map<number, number>()
  const idf: number[] = []
  // From the number that a hash got when it was first seen to its place among the kept ones; −1 where it is too rare.
  const placeOf = new Int32Array(seen.hashes.length).fill(-1)
  seen.hashes.forEach((hash, number) => {
    const n = seen.documents[number]! + (rest.documents.get(hash) ?? 0)
    if (n < seen.least[number]!) return
    placeOf[number] = places.size
    places.set(hash, places.size)
    idf.push(Math.log((1 + texts) / (1 + n)) + 1)
  })
  const out = wordings.length
  const total = new Float64Array(out + 1)
  const postings: Postings = { place: [], entry: [], mass: [] }
  const mass = new Float64Array(places.size)
  seen.entries.forEach((list, entry) => {
    const touched: number[] = []
    const put = (place: number, v: number) => {
      if (mass[place] === 0) touched.push(place)
      mass[place]! += v
    }
    for (const { blocks, keys } of list) {
      for (const block of blocks) total[entry]! += addUnit(block, placeOf, idf, put)
      // A stem only tells that the entry knows the word.
      for (const number of keys)
        if (placeOf[number]! >= 0 && mass[placeOf[number]!] === 0) put(placeOf[number]!, 1)
    }
    for (const place of touched) {
      postings.place.push(place)
      postings.entry.push(entry)
      postings.mass.push(mass[place]!)
      mass[place] = 0
    }
  })
  for (const [hash, v] of rest.mass) {
    total[out]! += v
    const place = places.get(hash)
    if (place === undefined) continue
    postings.place.push(place)
    postings.entry.push(out)
    postings.mass.push(v)
  }
  for (let c = 0; c <= out; c++) total[c] = Math.log(total[c]! + ALPHA * places.size)
  return {
    classes: out,
    places,
    idf: Float32Array.from(idf),
    ...byPlace(postings, places.size),
    total,
    texts,
  }
}

interface Postings {
  place: number[]
  entry: number[]
  mass: number[]
}

interface Collected {
  /** Distinct hashes in the order of first sight; their index is their number. */
  hashes: number[]
  /** Texts per number. */
  documents: number[]
  /** Texts that a hash needs to be kept, per number. */
  least: number[]
  texts: number
  entries: { blocks: [number[], number[]]; keys: number[] }[][]
}

/** Gives every hash a number and counts in how many texts it stands. */
function collect(wordings: readonly (readonly QuestionFeatures[])[]): Collected {
  const numbers = new Map<number, number>()
  const seen: Collected = { hashes: [], documents: [], least: [], texts: 0, entries: [] }
  const lastText: number[] = []
  const number = (hash: number, least: number): number => {
    let n = numbers.get(hash)
    if (n === undefined) {
      n = seen.hashes.length
      numbers.set(hash, n)
      seen.hashes.push(hash)
      seen.documents.push(0)
      seen.least.push(least)
      lastText.push(-1)
    }
    if (lastText[n] !== seen.texts) {
      lastText[n] = seen.texts
      seen.documents[n]!++
    }
    return n
  }
  for (const list of wordings) {
    seen.entries.push(
      list.map((f) => {
        const text = {
          blocks: [
            f.words.map((h) => number(h, LEAST.words)),
            f.characters.map((h) => number(h, LEAST.characters)),
          ] as [number[], number[]],
          keys: f.keys.map((key) => number(key.hash, LEAST.keys)),
        }
        seen.texts++
        return text
      }),
    )
  }
  return seen
}

/** Adds the tf-idf vector of length 1 of a block; returns the sum of its values. */
function addUnit(
  numbers: readonly number[],
  placeOf: Int32Array,
  idf: readonly number[],
  put: (place: number, v: number) => void,
): number {
  const kept = numbers.map((n) => placeOf[n]!).filter((place) => place >= 0)
  kept.sort((a, b) => a - b)
  const places: number[] = []
  const values: number[] = []
  let norm = 0
  for (let i = 0; i < kept.length; ) {
    const place = kept[i]!
    let n = 0
    for (; kept[i] === place; i++) n++
    const v = (1 + Math.log(n)) * idf[place]!
    places.push(place)
    values.push(v)
    norm += v * v
  }
  norm = Math.sqrt(norm) || 1
  let sum = 0
  for (let i = 0; i < places.length; i++) {
    put(places[i]!, values[i]! / norm)
    sum += values[i]! / norm
  }
  return sum
}

/** Postings sorted by place, their masses as gains over an entry that never saw the feature. */
function byPlace(
  { place, entry, mass }: Postings,
  size: number,
): Pick<EntryIndex, 'offsets' | 'classOf' | 'gain'> {
  const offsets = new Uint32Array(size + 1)
  for (const p of place) offsets[p + 1]!++
  for (let p = 0; p < size; p++) offsets[p + 1]! += offsets[p]!
  const next = offsets.slice()
  const classOf = new Uint32Array(place.length)
  const gain = new Float32Array(place.length)
  place.forEach((p, i) => {
    const at = next[p]!++
    classOf[at] = entry[i]!
    gain[at] = Math.log((mass[i]! + ALPHA) / ALPHA)
  })
  return { offsets, classOf, gain }
}

/** tf-idf vector of length 1 over known features. */
export function unit(
  hashes: readonly number[],
  places: ReadonlyMap<number, number>,
  idf: ArrayLike<number>,
): Map<number, number> {
  const x = new Map<number, number>()
  for (const hash of hashes) {
    const place = places.get(hash)
    if (place !== undefined) x.set(place, (x.get(place) ?? 0) + 1)
  }
  let norm = 0
  for (const [place, n] of x) {
    const v = (1 + Math.log(n)) * idf[place]!
    x.set(place, v)
    norm += v * v
  }
  norm = Math.sqrt(norm) || 1
  for (const [place, v] of x) x.set(place, v / norm)
  return x
}

/** Ranks entries for a question. Cost: the postings of its features. */
export function matchEntries(index: EntryIndex, question: QuestionFeatures, limit: number): EntryMatch {
  const { classes, places, idf, offsets, classOf, gain, total } = index
  const logs = new Float64Array(classes + 1)
  let length = 0
  for (const block of [question.words, question.characters]) {
    for (const [place, v] of unit(block, places, idf)) {
      length += v
      for (let o = offsets[place]!; o < offsets[place + 1]!; o++) logs[classOf[o]!]! += v * gain[o]!
    }
  }
  const floor = Math.log(ALPHA)
  let max = Number.NEGATIVE_INFINITY
  for (let c = 0; c <= classes; c++) {
    logs[c]! += length * (floor - total[c]!)
    max = Math.max(max, logs[c]!)
  }
  let sum = 0
  for (let c = 0; c <= classes; c++) sum += Math.exp(logs[c]! - max)
  const probability = (c: number) => Math.exp(logs[c]! - max) / sum
  const ranked = Array.from({ length: classes }, (_, entry) => entry)
    .sort((a, b) => logs[b]! - logs[a]! || a - b)
    .slice(0, limit)
    .map((entry) => ({ entry, probability: probability(entry) }))
  const out = probability(classes)
  const best = ranked[0]
  if (!best) return { ranked, out, coverage: 0, matched: [], sure: 0 }
  const unknown = Math.log(1 + index.texts)
  let mass = 0
  let covered = 0
  const matched: string[] = []
  for (const { hash, key } of question.keys) {
    const place = places.get(hash)
    const weight = place === undefined ? unknown + 1 : idf[place]!
    mass += weight
    if (place === undefined) continue
    for (let o = offsets[place]!; o < offsets[place + 1]!; o++) {
      if (classOf[o] !== best.entry) continue
      covered += weight
      matched.push(key)
      break
    }
  }
  const coverage = mass ? covered / mass : 0
  const sure = coverage + 0.3 * best.probability + 0.1 * Math.log((1 - out + 1e-4) / (out + 1e-4))
  return { ranked, out, coverage, matched, sure }
}
