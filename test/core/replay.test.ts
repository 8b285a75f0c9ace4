import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactValue, ReadFact } from '../../src/core/domain/fact.ts'
import { NOT_COUNTED } from '../../src/core/domain/not-counted.ts'
import { type ReplayContent, readReplay, replayOf } from '../../src/core/replay.ts'
import { asOf, factIds } from '../whole-path/real-knowledge.ts'
import { ask, discussion, engine } from './real-engine.ts'

const version = 'a1b2c3d4e5f6'
const values: readonly FactValue[] = ['yes', 'no', 'maybe', 'past']

/** A fact as a replay id gives it back. */
function aFact(id: string, more: Partial<ReadFact> = {}): ReadFact {
  return { id, value: 'yes', grade: 'given', counted: true, probability: 1, ...more }
}

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,14}$/)
const factId = fc.oneof(
  slug,
  fc.tuple(slug, slug).map((parts) => parts.join('/')),
)
const facts: fc.Arbitrary<ReadFact[]> = fc.uniqueArray(
  fc
    .record({
      id: factId,
      value: fc.constantFrom(...values),
      reason: fc.option(fc.constantFrom(...NOT_COUNTED), { nil: undefined }),
      part: fc.option(slug, { nil: undefined }),
    })
    .map(({ id, value, reason, part }) =>
      aFact(id, {
        value,
        ...(reason ? { counted: false, reason } : {}),
        ...(part ? { part } : {}),
      }),
    ),
  { selector: ({ id, value }) => `${id} ${value}`, maxLength: 12 },
)
const content: fc.Arbitrary<ReplayContent> = fc.record(
  {
    kind: fc.constantFrom(...(['verdict', 'comparison', 'entry', 'help'] as const)),
    comparison: slug,
    entry: fc.tuple(slug, slug).map((parts) => parts.join('/')),
    pick: fc.oneof(slug, fc.constantFrom('both', 'either')),
    facts,
    deadlock: fc.constant(true),
  },
  { requiredKeys: ['kind', 'facts'] },
)

const inOrder = (list: readonly ReadFact[]) =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

describe('a replay id', () => {
  it('gives back all that an answer rests on', () => {
    fc.assert(
      fc.property(content, (given) => {
        const replay = readReplay(replayOf(version, asOf, given))
        expect(replay).not.toBeNull()
        expect({ ...replay, facts: inOrder(replay!.facts) }).toEqual({
          ...given,
          version,
          asOf,
          facts: inOrder(given.facts ?? []),
        })
      }),
      { numRuns: 500, seed: 5 },
    )
  })

  it('is the same for the same facts in any order, said once or twice', () => {
    const shuffled = facts.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const id = (of: ReadFact[]) => replayOf(version, asOf, { kind: 'verdict', facts: of })
        expect(id(other)).toBe(id(list))
      }),
      { numRuns: 300, seed: 6 },
    )
  })

  it('differs where anything else does', () => {
    const base: ReplayContent = { kind: 'verdict', comparison: 'a-vs-b', pick: 'a', facts: [aFact('live')] }
    const others: ReplayContent[] = [
      { ...base, kind: 'entry' },
      { ...base, comparison: 'a-vs-c' },
      { ...base, entry: 'faq/a' },
      { ...base, pick: 'either' },
      { ...base, deadlock: true },
      { ...base, facts: [aFact('live', { value: 'no' })] },
      { ...base, facts: [aFact('live', { counted: false, reason: 'later' })] },
      { ...base, facts: [aFact('live', { part: 'web' })] },
      { ...base, facts: [] },
    ]
    const ids = [base, ...others].map((each) => replayOf(version, asOf, each))
    ids.push(replayOf(version, '2027-01-01', base), replayOf('ffffff', asOf, base))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is none once a character is changed, cut off or added', () => {
    const id = replayOf(version, asOf, {
      kind: 'verdict',
      comparison: 'a-vs-b',
      pick: 'both',
      facts: [aFact('live'), aFact('team/a', { counted: false, reason: 'other-team' })],
    })
    expect(readReplay(id)).not.toBeNull()
    for (let at = 0; at < id.length; at++) {
      for (const sign of ['a', 'A', '0', '~', ':', ' '])
        if (sign !== id[at])
          expect(readReplay(id.slice(0, at) + sign + id.slice(at + 1)), `${sign} at ${at}`).toBeNull()
      expect(readReplay(id.slice(0, at)), `cut at ${at}`).toBeNull()
    }
    for (const other of [`${id}0`, ` ${id}`, `${id}\n`, id.toUpperCase()])
      expect(readReplay(other)).toBeNull()
  })

  it.each(['', '~', 'nonsense', 'a1b2c3.verdict~2026-11-20~~~~~', 'x'.repeat(5000), '~'.repeat(1500)])(
    'is not "%.40s"',
    (text) => {
      expect(readReplay(text)).toBeNull()
    },
  )

  it('is no longer than 1,500 characters with every fact of the shipped catalogue', () => {
    const { comparison } = engine.comparisons[0]!
    const most = factIds(engine.knowledge, comparison).flatMap((id) =>
      (['yes', 'no'] as const).map((value) =>
        aFact(id, { value, counted: false, reason: 'contradicted', part: 'scripts' }),
      ),
    )
    const given: ReplayContent = {
      kind: 'verdict',
      comparison: comparison.slug,
      pick: 'both',
      facts: [...most, aFact('real-time')],
      deadlock: true,
    }
    const id = replayOf(engine.knowledge.version, asOf, given)
    expect(id.length).toBeLessThanOrEqual(1500)
    expect(readReplay(id)?.facts).toEqual([aFact('real-time')])
  })

  it('leads to the same verdict without the words that gave it', () => {
    const said = [
      'ann: Zebedee wants live updates on the xylophone board',
      'bob: everyone in my crew knows django',
      'ann: machine learning is planned for next year',
    ]
    const verdict = ask('node or python for Zebedee?', { thread: discussion(said) })
    if (verdict.kind !== 'verdict') throw new Error(`The thread led to ${verdict.kind}.`)
    expect(verdict.facts.length).toBeGreaterThan(1)
    for (const word of ['zebedee', 'xylophone', 'crew', 'ann', 'bob', 'django'])
      expect(verdict.id.toLowerCase()).not.toContain(word)
    const replay = readReplay(verdict.id)!
    const again = ask('', { comparison: replay.comparison!, given: { facts: replay.facts, only: true } })
    expect(again).toMatchObject({
      kind: 'verdict',
      pick: verdict.pick,
      id: verdict.id,
      decided: verdict.decided,
    })
  })
})
