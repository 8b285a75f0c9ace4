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
  const documents = new Map<number, number>()
  let texts = rest.texts
  const count = (hashes: Iterable<number>) => {
    for (const hash of hashes) documents.set(hash, (documents.get(hash) ?? 0) + 1)
  }
  for (const list of wordings) {
    for (const f of list) {
      texts++
      count(new Set(f.words))
      count(new Set(f.characters))
      count(f.keys.map((key) => key.hash))
    }
  }
  const least = new Map<number, number>()
  for (const list of wordings) {
    for (const f of list) {
      for (const h of f.words) least.set(h, LEAST.words)
      for (const h of f.characters) least.set(h, LEAST.characters)
      for (const k of f.keys) least.set(k.hash, LEAST.keys)
    }
  }
  const places = new Map<number, number>()
  const idfs: number[] = []
  for (const [hash, needed] of least) {
    const n = documents.get(hash)! + (rest.documents.get(hash) ?? 0)
    if (n < needed) continue
    places.set(hash, places.size)
    idfs.push(Math.log((1 + texts) / (1 + n)) + 1)
  }
  const idf = Float32Array.from(idfs)
  const postings: Map<number, number>[] = Array.from({ length: places.size }, () => new Map())
  const total = new Float64Array(wordings.length + 1)
  wordings.forEach((list, entry) => {
    for (const f of list) {
      for (const block of [f.words, f.characters]) {
        for (const [place, v] of unit(block, places, idf)) {
          const posting = postings[place]!
          posting.set(entry, (posting.get(entry) ?? 0) + v)
          total[entry]! += v
        }
      }
      for (const key of f.keys) {
        const place = places.get(key.hash)
        if (place !== undefined) postings[place]!.set(entry, 1)
      }
    }
  })
  const out = wordings.length
  for (const [hash, v] of rest.mass) {
    const place = places.get(hash)
    if (place !== undefined) postings[place]!.set(out, v)
    total[out]! += v
  }
  const offsets = new Uint32Array(places.size + 1)
  let size = 0
  postings.forEach((posting, place) => {
    offsets[place] = size
    size += posting.size
  })
  offsets[places.size] = size
  const classOf = new Uint32Array(size)
  const gain = new Float32Array(size)
  let next = 0
  for (const posting of postings) {
    for (const [entry, v] of posting) {
      classOf[next] = entry
      gain[next] = Math.log((v + ALPHA) / ALPHA)
      next++
    }
  }
  for (let c = 0; c <= out; c++) total[c] = Math.log(total[c]! + ALPHA * places.size)
  return { classes: wordings.length, places, idf, offsets, classOf, gain, total, texts }
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
