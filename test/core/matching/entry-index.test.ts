import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Numbering } from '../../../src/core/language/numbering.ts'
import type { Background } from '../../../src/core/matching/count-entries.ts'
import {
  buildEntryIndex,
  type EntryIndex,
  type EntryMatch,
  matchEntries,
} from '../../../src/core/matching/entry-index.ts'
import { questionFeatures } from '../../../src/core/matching/features.ts'

const loop = ['what is the loop', 'how does the loop turn', 'loop turns']
const kettle = ['which kettle is cheap', 'cost of a kettle', 'cheap kettle']

/** Background of texts that each stand in one document; they weigh on the out-of-scope class where `out` says so. */
function background(texts: readonly string[], out: boolean): Background {
  const numbers = new Numbering()
  const documents: number[] = []
  const mass: number[] = []
  for (const text of texts) {
    const { words, characters, keys } = questionFeatures(text.split(' '))
    for (const hash of new Set([...words, ...characters, ...keys.map((key) => key.hash)])) {
      const number = numbers.add(hash)
      documents[number] = (documents[number] ?? 0) + 1
      mass[number] = (mass[number] ?? 0) + (out ? 1 : 0)
    }
  }
  return { texts: texts.length, numbers, documents, mass }
}

function indexOf(entries: readonly string[][], rest: Background = background([], false)): EntryIndex {
  return buildEntryIndex(
    entries.map((wordings) => wordings.map((wording) => wording.split(' '))),
    rest,
  )
}

function match(index: EntryIndex, text: string, limit = 5): EntryMatch {
  return matchEntries(index, questionFeatures(text.split(' ')), limit)
}

describe('ranking', () => {
  const index = indexOf([loop, kettle])

  it.each([
    { text: 'how does the loop turn', first: 0 },
    { text: 'cheap kettle', first: 1 },
    { text: 'loops turning', first: 0 },
    { text: 'kettel cost', first: 1 },
  ])('puts entry $first first for $text', ({ text, first }) => {
    const { ranked } = match(index, text)
    expect(ranked[0]?.entry).toBe(first)
    expect(ranked[0]!.probability).toBeGreaterThan(0.8)
  })

  it('shares the whole probability among entries and out of scope', () => {
    for (const text of ['cheap kettle', 'loop of kettles', 'nothing known here']) {
      const { ranked, out } = match(index, text)
      expect(ranked.reduce((sum, { probability }) => sum + probability, out)).toBeCloseTo(1, 9)
    }
  })

  it('gives at most as many entries as asked for, best first', () => {
    expect(match(index, 'cheap kettle', 1).ranked).toHaveLength(1)
    const [first, second] = match(index, 'cheap kettle').ranked
    expect(first!.probability).toBeGreaterThan(second!.probability)
  })

  it('does not hang on what was asked before', () => {
    const texts = ['cheap kettle', 'how does the loop turn', 'nothing known', 'loop kettle']
    const fresh = texts.map((text) => match(indexOf([loop, kettle]), text))
    expect(texts.map((text) => match(index, text))).toEqual(fresh)
    expect([...texts].reverse().map((text) => match(index, text))).toEqual([...fresh].reverse())
  })

  it('follows the wordings: what moves to another entry is found there', () => {
    expect(match(indexOf([kettle, loop]), 'cheap kettle').ranked[0]?.entry).toBe(0)
    const taught = indexOf([[...loop, 'cheap whistle', 'a whistle'], kettle])
    expect(match(index, 'whistle').matched).toEqual([])
    expect(match(taught, 'whistle')).toMatchObject({ matched: ['whistle'], coverage: 1 })
    expect(match(taught, 'whistle').ranked[0]?.entry).toBe(0)
  })

  it('of no entries ranks none', () => {
    expect(match(indexOf([]), 'cheap kettle')).toMatchObject({ ranked: [], sure: 0, matched: [] })
  })
})

describe('coverage', () => {
  const index = indexOf([loop, kettle])

  it.each([
    { text: 'the cheap kettle', matched: ['cheap', 'kettle'] },
    { text: 'does the loop of a kettle turn', matched: ['doe', 'loop', 'turn'] },
    { text: 'xylophones yodel', matched: [] },
  ])('of $text counts the stems that the best entry knows: $matched', ({ text, matched }) => {
    expect(match(index, text).matched).toEqual(matched)
  })

  it('is the whole of a question in the entry’s own words and falls with every foreign word', () => {
    const shares = ['cheap kettle', 'cheap kettle dragon', 'cheap kettle dragon yodel'].map(
      (text) => match(index, text).coverage,
    )
    expect(shares[0]).toBe(1)
    expect(shares[1]).toBeLessThan(1)
    expect(shares[2]).toBeLessThan(shares[1]!)
    expect(shares[2]).toBeGreaterThan(0)
  })

  it('makes the match less sure as it falls', () => {
    expect(match(index, 'cheap kettle dragon yodel').sure).toBeLessThan(match(index, 'cheap kettle').sure)
  })
})

describe('out of scope', () => {
  const elsewhere = ['what is for dinner', 'what is the rice', 'how is the dinner']
  const weighed = indexOf([loop, kettle], background(elsewhere, true))
  const unweighed = indexOf([loop, kettle], background(elsewhere, false))

  it('draws questions in its words and leaves the others', () => {
    const [drawn, free] = [match(weighed, 'what is for dinner'), match(unweighed, 'what is for dinner')]
    expect(drawn.out).toBeGreaterThan(free.out + 0.1)
    expect(drawn.sure).toBeLessThan(free.sure)
    expect(match(weighed, 'cheap kettle').out).toBeLessThan(0.05)
  })

  it('makes words rare that hardly any text holds, and common ones light', () => {
    const common = indexOf([loop, kettle], background(Array(50).fill('what is cheap'), false))
    const known = match(common, 'cheap dragon').coverage
    expect(known).toBeLessThan(match(indexOf([loop, kettle]), 'cheap dragon').coverage)
  })
})

describe('numbering', () => {
  it('numbers hashes in the order of first sight and finds each again', () => {
    const hash = fc.oneof(
      fc.nat(40),
      fc.integer({ min: 0, max: 0xffffffff }),
      fc.constantFrom(0, 16, 32, 0xffffffff),
    )
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 200 }), fc.nat(50), (hashes, room) => {
        const numbers = new Numbering(room)
        const distinct = [...new Set(hashes)]
        const given = hashes.map((each) => numbers.add(each))
        expect(given).toEqual(hashes.map((each) => distinct.indexOf(each)))
        expect(numbers.size).toBe(distinct.length)
        expect([...numbers.inOrder()]).toEqual(distinct)
        expect(distinct.map((each) => numbers.get(each))).toEqual([...distinct.keys()])
        expect(numbers.get(0x12345678)).toBe(
          distinct.includes(0x12345678) ? distinct.indexOf(0x12345678) : undefined,
        )
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})
