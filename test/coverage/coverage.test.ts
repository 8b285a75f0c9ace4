import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Engine, prepare } from '../../src/core/engine.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { type Inventory, readInventory } from './inventory.ts'
import { type Shortfall, shortfallOf } from './shortfall.ts'

const root = join(import.meta.dirname, '../..')
const guidesDir = join(root, '../shared/sources')
const inventories = ['S0', 'S1', 'S2', 'S3', 'S4'].map((guide) => [guide, readInventory(guide)] as const)
const everyAsked = inventories.flatMap(([, { asked }]) => asked)

let engine: Engine
beforeAll(() => {
  engine = prepare(loadKnowledge(join(root, 'knowledge')))
})

describe('coverage of the guides', () => {
  it.each(inventories)('answers every claim of %s with its point and its source', (_, { asked }) => {
    const short = asked
      .filter(({ engine: atFault }) => !atFault)
      .flatMap((each) => shortfallOf(engine, each) ?? [])
    expect(short.map(shortfallLine)).toEqual([])
  })

  it('marks only claims that the engine does not answer yet', () => {
    const marked = everyAsked.filter(({ engine: atFault }) => atFault)
    const needless = marked.filter((asked) => shortfallOf(engine, asked) === null)
    expect(needless.map(({ id }) => `${id} is answered: take its mark away`)).toEqual([])
  })

  it('asks for every claim under an id of its own', () => {
    const ids = everyAsked.map(({ id }) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  })

  it.skipIf(!existsSync(guidesDir))(
    'lists every line of the guides (skipped without ../shared/sources)',
    () => {
      const names = readdirSync(guidesDir)
        .filter((name) => name.endsWith('.txt'))
        .sort()
      expect(names).toHaveLength(inventories.length)
      const missing = inventories.flatMap(([guide, inventory], place) =>
        unlisted(guide, names[place] ?? '', inventory),
      )
      expect(missing).toEqual([])
    },
  )
})

/** Lines of a guide that hold text and stand in no line of its inventory. */
function unlisted(guide: string, name: string, { asked, omitted }: Inventory): string[] {
  const listed = new Set([...asked, ...omitted].flatMap(({ at }) => linesOf(at)))
  return readFileSync(join(guidesDir, name), 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) =>
      line.trim() === '' || listed.has(index + 1) ? [] : `${guide}:${index + 1} ${line}`,
    )
}

function linesOf(at: string): number[] {
  const [from = 0, to = from] = at.replace(/^S\d:/, '').split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
}

function shortfallLine({ asked, given, missing, offered }: Shortfall): string {
  const among = offered ? ', the right one among them' : ''
  return `${asked.id} "${asked.question}" gives ${given}${among}; missing: ${missing.join(', ')}`
}
