import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engine } from '../core/real-engine.ts'
import { comparisonScores, sumOf } from './comparisons.ts'
import floors from './floors.json' with { type: 'json' }
import { type Count, evaluate } from './measures.ts'
import { Item, readComparisonSets, readSet } from './sets.ts'
import { behindDiscussions } from './steadiness.ts'

const { measures } = evaluate(engine, 'regression')

type CountName = {
  [K in keyof typeof measures]: (typeof measures)[K] extends Count ? K : never
}[keyof typeof measures]

/** Bounds of the counts, each as [part, whole] so that it stays what it is when questions are added. */
const least = Object.entries(floors.least) as [CountName, [part: number, whole: number]][]
const { medianCharacters, ...ceilings } = floors.most
const most = Object.entries(ceilings) as [CountName, [part: number, whole: number]][]

describe('the regression half', () => {
  it.each(least)('has %s at no less than %j', (name, [part, whole]) => {
    const given = measures[name]
    expect(given.part / given.whole, `${given.part} of ${given.whole}`).toBeGreaterThanOrEqual(part / whole)
  })

  it.each(most)('has %s at no more than %j', (name, [part, whole]) => {
    const given = measures[name]
    expect(given.part / given.whole, `${given.part} of ${given.whole}`).toBeLessThanOrEqual(part / whole)
  })

  it('has general questions answered behind a discussion as they are alone', () => {
    const { part, whole } = behindDiscussions(engine, 'regression')
    expect(part / whole, `${part} of ${whole}`).toBeGreaterThanOrEqual(0.88)
  })

  it('has scores that tell in scope from out of it', () => {
    expect(measures.scopeAuroc).toBeGreaterThanOrEqual(floors.leastScopeAuroc)
  })

  it('has short cards', () => {
    expect(measures.medianCharacters).toBeLessThanOrEqual(medianCharacters)
  })

  it('finds no fewer first entries than MiniSearch with the same wordings', () => {
    expect(measures.hitAt1.part).toBeGreaterThanOrEqual(measures.miniSearchAt1.part)
    expect(measures.hitAt3.part).toBeGreaterThanOrEqual(measures.miniSearchAt3.part)
  })

  it('is measured whole: every count has its items', () => {
    const counted = [...least, ...most].map(([name]) => [name, measures[name].whole >= 48])
    expect(counted).toEqual(counted.map(([name]) => [name, true]))
  })
})

describe('the regression questions of the comparisons, asked with all of them loaded', () => {
  const fared = sumOf(comparisonScores(engine, 'regression').map((each) => each.fared))
  const { rightComparison, situationsRight, entryHit, outOfScopeAnswered } = fared
  const shareOf = ({ part, whole }: Count) => part / whole

  it('go to the right one: at least 19 of 20', () => {
    expect(shareOf(rightComparison)).toBeGreaterThanOrEqual(0.95)
  })

  it('get the right pick and entry, and hardly an answer out of scope', () => {
    expect(shareOf(situationsRight)).toBeGreaterThanOrEqual(0.83)
    expect(shareOf(entryHit)).toBeGreaterThanOrEqual(0.77)
    expect(outOfScopeAnswered.part).toBeLessThanOrEqual(3)
  })

  it('are there for every comparison but the broadest, half of them blind', () => {
    const slugs = engine.comparisons.map(({ comparison: { slug } }) => slug)
    const asked = slugs.filter((_, place) => place !== engine.broadest)
    for (const half of ['regression', 'blind'] as const) {
      const sets = new Map(readComparisonSets(half))
      const few = asked.filter((slug) => (sets.get(slug)?.length ?? 0) < 15)
      const toWrite = few.map(
        (slug) => `test/questions/comparisons/${half}-${slug}.jsonl: 15 questions or more`,
      )
      expect(toWrite, 'Write these; knowledge/README.md, "Before you commit", says how.').toEqual([])
      expect([...sets.keys()].filter((slug) => !asked.includes(slug))).toEqual([])
    }
  })
})

/** Questions of a file; what does not parse is told by file and line alone, for some files stay unread. */
function itemsOf(file: string): Item[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const parsed = Item.safeParse(parsedJson(line))
      if (!parsed.success) throw new Error(`test/questions/${file}:${i + 1} is no labelled question.`)
      return parsed.data
    })
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const folder = join(import.meta.dirname, '../questions')
const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
const ofComparisons = readdirSync(join(folder, 'comparisons')).map((file) => `comparisons/${file}`)

describe('the labelled questions', () => {
  it.each([...files, ...ofComparisons])('of %s parse, each with an id of its own', (file) => {
    const ids = itemsOf(file).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length - new Set(ids).size).toBe(0)
  })

  it('all belong to the regression half or to the blind half', () => {
    const all = files.reduce((sum, file) => sum + itemsOf(file).length, 0)
    expect(readSet('regression').length + readSet('blind').length).toBe(all)
  })

  const blind = readSet('blind')
  const regression = readSet('regression')
  const isNear = (item: Item) => item.kind === 'oos' && item.near

  it.each([
    { kind: 'situation', least: 200 },
    { kind: 'general', least: 100 },
    { kind: 'oos', least: 200 },
    { kind: 'thread', least: 80 },
  ])('are at least $least of kind $kind, half of these blind', ({ kind, least }) => {
    const count = (items: readonly Item[]) => items.filter((item) => item.kind === kind).length
    expect(count(blind) + count(regression)).toBeGreaterThanOrEqual(least)
    expect(count(blind)).toBeGreaterThanOrEqual(least / 2)
  })

  it('are near misses for half of those out of scope', () => {
    for (const items of [[...blind, ...regression], blind]) {
      const out = items.filter(({ kind }) => kind === 'oos').length
      expect(items.filter(isNear).length).toBeGreaterThanOrEqual(out / 2)
    }
  })

  it('are 500 or more without threads', () => {
    const questions = [...blind, ...regression].filter(({ kind }) => kind !== 'thread')
    expect(questions.length).toBeGreaterThanOrEqual(500)
  })

  it('have hardly a text in both halves: at most one blind one in a hundred', () => {
    const textOf = (item: Item) =>
      item.kind === 'thread' ? item.messages.map(({ text }) => text).join('\n') : item.text
    const known = new Set(regression.map(textOf))
    expect(blind.filter((item) => known.has(textOf(item))).length).toBeLessThanOrEqual(blind.length / 100)
  })
})
