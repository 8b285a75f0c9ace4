import { hashText, mix } from '../language/hash.ts'
import { stem } from '../language/text.ts'
import type { Clause, Parsed } from './parse.ts'

/** Sparse features: parallel lists of hashes and values. */
export class Bag {
  readonly hashes: number[] = []
  readonly values: number[] = []

  add(hash: number, value: number): void {
    this.hashes.push(hash)
    this.values.push(value)
  }
}

// One number per kind of feature keeps equal words of different kinds apart.
export const WORDS = 1
const CHARS = 2
export const BEFORE = 3
export const AFTER = 4
const TERM = 5
const LEFT = 7
const RIGHT = 8
const LEFT2 = 9
const RIGHT2 = 10
const IN_CLAUSE_LEFT = 11
const IN_CLAUSE_RIGHT = 12
const ANYWHERE = 13
const SHAPE = 14
const INSIDE = 15

/** A clause that is the first of its message, and one that is the last. */
export const FIRST_CLAUSE = mix(SHAPE, 1)
export const LAST_CLAUSE = mix(SHAPE, 2)
/** How much a neighbour's words count beside a clause's own. */
export const BESIDE = 0.4

/** Word 1–`max`-grams of words [first, last), weighted so that the block has about length `weight`. */
export function wordGrams(
  bag: Bag,
  words: readonly string[],
  first: number,
  last: number,
  max: number,
  kind: number,
  weight: number,
): void {
  const hashes: number[] = []
  for (let i = first; i < last; i++) if (words[i]) hashes.push(hashText(words[i]!))
  let count = 0
  for (let n = 1; n <= max; n++) count += Math.max(0, hashes.length - n + 1)
  if (!count) return
  const value = weight / Math.sqrt(count)
  for (let i = 0; i < hashes.length; i++) {
    let h = mix(kind, hashes[i]!)
    bag.add(h, value)
    for (let n = 1; n < max && i + n < hashes.length; n++) {
      h = mix(h, hashes[i + n]!)
      bag.add(h, value)
    }
  }
}

/** Character 3–5-grams inside words [first, last). */
export function charGrams(
  bag: Bag,
  words: readonly string[],
  first: number,
  last: number,
  weight: number,
): void {
  const start = bag.values.length
  for (let i = first; i < last; i++) if (words[i]) eachCharacters(words[i]!, (hash) => bag.add(hash, 1))
  const count = bag.values.length - start
  if (!count) return
  const value = weight / Math.sqrt(count)
  for (let k = start; k < bag.values.length; k++) bag.values[k] = value
}

/** Calls `put` with the hash of each 3–5 characters in a row of a word, its ends marked; returns how many they are. */
export function eachCharacters(word: string, put: (hash: number) => void): number {
  const padded = ` ${word} `
  let count = 0
  for (let n = 3; n <= 5; n++) {
    for (let at = 0; at + n <= padded.length; at++) {
      put(mix(CHARS, hashText(padded, n, at, at + n)))
      count++
    }
    if (padded.length <= n) break
  }
  return count
}

/** Features of a clause: its own words and characters, its neighbours' words. */
export function clauseFeatures(parsed: Parsed, k: number, words: readonly string[]): Bag {
  const bag = new Bag()
  const clause = parsed.clauses[k]!
  wordGrams(bag, words, clause.first, clause.last, 2, WORDS, 1)
  charGrams(bag, words, clause.first, clause.last, 1)
  const before = parsed.clauses[k - 1]
  const after = parsed.clauses[k + 1]
  if (before) wordGrams(bag, words, before.first, before.last, 1, BEFORE, BESIDE)
  else bag.add(FIRST_CLAUSE, BESIDE)
  if (after) wordGrams(bag, words, after.first, after.last, 1, AFTER, BESIDE)
  else bag.add(LAST_CLAUSE, BESIDE)
  return bag
}

/** Adds which facts' terms stand in the clause, by length of the term. */
export function termFeatures(bag: Bag, clause: Clause): void {
  const counts = new Map<number, number>()
  for (const trigger of clause.triggers) {
    const h = mix(TERM + trigger.length * 64, hashText(trigger.fact))
    counts.set(h, (counts.get(h) ?? 0) + 1)
  }
  for (const [h, n] of counts) bag.add(h, 0.7 * Math.sqrt(Math.min(n, 2)))
}

/** Adds where the clause stands and whether its sentence asks. */
export function placeFeatures(bag: Bag, parsed: Parsed, k: number): void {
  bag.add(mix(SHAPE, asks(parsed, k) ? 3 : 4), 0.6)
  bag.add(mix(SHAPE, k === 0 ? 5 : k === parsed.clauses.length - 1 ? 6 : 7), 0.4)
}

/** As `asks`, and true too where the clause is the end of the message and its own last sign asks. */
export function asksAloud(parsed: Parsed, k: number): boolean {
  const { from, to } = parsed.clauses[k]!
  return /\?[\s"')]*$/.test(parsed.folded.slice(from, to)) || asks(parsed, k)
}

/** True when the sentence that clause k belongs to ends with a question mark. */
export function asks(parsed: Parsed, k: number): boolean {
  return signBehind(parsed, parsed.clauses[k]!.to) === '?'
}

/** True for the last clause of its sentence: no other clause stands before the next sign that ends one. */
export function endsSentence(parsed: Parsed, k: number): boolean {
  const next = parsed.clauses[k + 1]
  return !next || /[.?!;\n]/.test(parsed.folded.slice(parsed.clauses[k]!.to, next.from))
}

/** The first clause of the sentence that clause k belongs to. */
export function sentenceStart(parsed: Parsed, k: number): number {
  let first = k
  while (first > 0 && !endsSentence(parsed, first - 1)) first--
  return first
}

/** Words that join what follows to what was said. */
export const JOINING = new Set(['and', 'but', 'so', 'then'])

/** The last clause of the sentence that clause k belongs to. */
export function sentenceEnd(parsed: Parsed, k: number): number {
  let last = k
  while (!endsSentence(parsed, last)) last++
  return last
}

/** Tokens [first, last) of the sentence that clause k belongs to. */
export function sentenceBounds(parsed: Parsed, k: number): { first: number; last: number } {
  const { first } = parsed.clauses[sentenceStart(parsed, k)]!
  const { last } = parsed.clauses[sentenceEnd(parsed, k)]!
  return { first, last }
}

function signBehind(parsed: Parsed, from: number): string | undefined {
  for (let at = from; at < parsed.folded.length; at++) {
    const sign = parsed.folded[at]!
    if (sign === '?' || sign === '.' || sign === '!' || sign === '\n' || sign === ';') return sign
  }
  return undefined
}

/** Stands for the stem of a word that is masked away. */
export const MASKED = -1

/** Takes a feature and its value. */
export type Put = (hash: number, value: number) => void

/** Features of what stands around tokens [from, to) of a clause: near words by place and side, the clause on either side. */
export function eachAround(
  { first, last }: Clause,
  stems: readonly number[],
  from: number,
  to: number,
  put: Put,
): void {
  const near: number[] = []
  for (let i = from - 1; i >= 0 && near.length < 7; i--) if (stems[i]! >= 0) near.push(stems[i]!)
  putSide(near, LEFT, LEFT2, put)
  near.length = 0
  for (let i = to; i < stems.length && near.length < 7; i++) if (stems[i]! >= 0) near.push(stems[i]!)
  putSide(near, RIGHT, RIGHT2, put)
  for (let i = first; i < from; i++) if (stems[i]! >= 0) put(mix(IN_CLAUSE_LEFT, stems[i]!), 0.7)
  for (let i = to; i < last; i++) if (stems[i]! >= 0) put(mix(IN_CLAUSE_RIGHT, stems[i]!), 0.7)
  // A term may hold the word that turns it: "types will not be shared".
  for (let i = from + 1; i < to - 1; i++) if (stems[i]! >= 0) put(mix(INSIDE, stems[i]!), 1.2)
}

function putSide(near: readonly number[], one: number, two: number, put: Put): void {
  for (let i = 0; i < near.length; i++) {
    const h = near[i]!
    put(mix(one + (i < 1 ? 0 : i < 3 ? 64 : 128), h), i < 1 ? 1.4 : i < 3 ? 1 : 0.7)
    if (i + 1 >= near.length) continue
    const pair = mix(h, near[i + 1]!)
    put(mix(two, pair), i < 2 ? 1.2 : 0.8)
    if (i + 2 < near.length) put(mix(two + 64, mix(pair, near[i + 2]!)), i < 1 ? 1.2 : 0.6)
  }
}

/** Features of the whole message: its first 80 different words. */
export function eachAnywhere(stems: readonly number[], put: Put): void {
  const seen = new Set<number>()
  for (let i = 0; i < stems.length && seen.size < 80; i++) {
    if (stems[i]! < 0 || seen.has(stems[i]!)) continue
    seen.add(stems[i]!)
    put(mix(ANYWHERE, stems[i]!), 0.25)
  }
}

/** Features of what stands around tokens [from, to), and of the whole message; together of length `scale`. */
export function windowFeatures(
  bag: Bag,
  parsed: Parsed,
  k: number,
  words: readonly string[],
  from: number,
  to: number,
  scale: number,
): void {
  const start = bag.values.length
  const stems = words.map((word) => (word ? hashText(stem(word)) : MASKED))
  const put: Put = (hash, value) => bag.add(hash, value)
  eachAround(parsed.clauses[k]!, stems, from, to, put)
  eachAnywhere(stems, put)
  let norm = 0
  for (let i = start; i < bag.values.length; i++) norm += bag.values[i]! ** 2
  norm = scale / Math.sqrt(norm || 1)
  for (let i = start; i < bag.values.length; i++) bag.values[i]! *= norm
}

/** A single fact about a mention or clause. */
export function shapeFeature(bag: Bag, name: string, value: number): void {
  bag.add(mix(SHAPE + 64, hashText(name)), value)
}
