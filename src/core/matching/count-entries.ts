import { Numbering, type StoredNumbering } from '../language/numbering.ts'
import { Tally, type WeighedPlaces } from './tally.ts'
import { countWordings } from './wording-counts.ts'

/** What training prepared of questions that no entry answers, so that idf and the out-of-scope class need no corpus. */
export interface Background {
  /** Texts counted in `documents`. */
  texts: number
  /** Numbers the hashes of their features; the lists below go by number. */
  numbers: Numbering
  /** Texts that hold it. */
  documents: ArrayLike<number>
  /** Summed tf-idf mass in texts that are out of scope; 0 where no such text holds it. */
  mass: ArrayLike<number>
}

/** What is counted of wordings, once: plain data, so that it can be stored. */
export interface EntryCounts {
  classes: number
  /** Hash → place; postings of place p are [offsets[p], offsets[p + 1]). */
  places: StoredNumbering
  idf: Float32Array
  offsets: Uint32Array
  classOf: Uint16Array
  gain: Float32Array
  /** log of the total mass per class, the out-of-scope class last. */
  total: Float64Array
  /** Number of texts for idf of unknown stems. */
  texts: number
}

/** Mass that every class has of every feature. */
export const ALPHA = 0.05

/**
 * Counts wordings per entry. `wordings[i]` are the words of each wording of entry i, choices already masked.
 * The out-of-scope class is the last one. Linear in the number of wordings.
 */
export function countEntries(
  wordings: readonly (readonly (readonly string[])[])[],
  rest: Background,
): EntryCounts {
  const seen = countWordings(wordings)
  const texts = rest.texts + seen.texts
  const places = new Numbering()
  const idf: number[] = []
  // From the number that a hash got when it was first seen to its place among the kept ones; −1 where it is too rare.
  const placeOf = new Int32Array(seen.hashes.length).fill(-1)
  seen.hashes.forEach((hash, number) => {
    const known = rest.numbers.get(hash)
    const n = seen.documents[number]! + (known === undefined ? 0 : rest.documents[known]!)
    if (n < seen.least[number]!) return
    placeOf[number] = places.add(hash)
    idf.push(Math.log((1 + texts) / (1 + n)) + 1)
  })
  const tally = new Tally()
  const mass = new Float64Array(places.size)
  const out = wordings.length
  const total = new Float64Array(out + 1)
  const postings: Postings[] = []
  seen.entries.forEach((list, entry) => {
    const touched: number[] = []
    const take = ({ places, weights, size }: WeighedPlaces) => {
      for (let i = 0; i < size; i++) {
        if (mass[places[i]!] === 0) touched.push(places[i]!)
        mass[places[i]!]! += weights[i]!
        total[entry]! += weights[i]!
      }
    }
    const add = (number: number) => {
      const place = placeOf[number]!
      if (place >= 0) tally.add(place, idf[place]!)
    }
    for (const { words, grams } of list) {
      for (const number of grams) add(number)
      take(tally.weigh())
      for (const { characters } of words) for (const number of characters) add(number)
      take(tally.weigh())
      // A stem only tells that the entry knows the word.
      for (const { key } of words) {
        const place = key === undefined ? -1 : placeOf[key]!
        if (place < 0 || mass[place] !== 0) continue
        touched.push(place)
        mass[place] = 1
      }
    }
    postings.push({ entry, places: touched, masses: touched.map((place) => mass[place]!) })
    for (const place of touched) mass[place] = 0
  })
  const outside: Postings = { entry: out, places: [], masses: [] }
  rest.numbers.inOrder().forEach((hash, number) => {
    const v = rest.mass[number]!
    total[out]! += v
    const place = v > 0 ? places.get(hash) : undefined
    if (place === undefined) return
    outside.places.push(place)
    outside.masses.push(v)
  })
  postings.push(outside)
  for (let c = 0; c <= out; c++) total[c] = Math.log(total[c]! + ALPHA * places.size)
  return {
    classes: out,
    places: places.stored(),
    idf: Float32Array.from(idf),
    ...byPlace(postings, places.size),
    total,
    texts,
  }
}

/** What one class holds: its places with the mass of each. */
interface Postings {
  entry: number
  places: number[]
  masses: number[]
}

/** Postings sorted by place, their masses as gains over an entry that never saw the feature. */
function byPlace(
  postings: readonly Postings[],
  size: number,
): Pick<EntryCounts, 'offsets' | 'classOf' | 'gain'> {
  const offsets = new Uint32Array(size + 1)
  for (const { places } of postings) for (const place of places) offsets[place + 1]!++
  for (let p = 0; p < size; p++) offsets[p + 1]! += offsets[p]!
  const next = offsets.slice()
  const classOf = new Uint16Array(offsets[size]!)
  const gain = new Float32Array(offsets[size]!)
  for (const { entry, places, masses } of postings) {
    for (let i = 0; i < places.length; i++) {
      const at = next[places[i]!]!++
      classOf[at] = entry
      gain[at] = Math.log((masses[i]! + ALPHA) / ALPHA)
    }
  }
  return { offsets, classOf, gain }
}
