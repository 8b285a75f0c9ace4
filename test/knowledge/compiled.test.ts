import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compileKnowledge, loadCounted } from '../../src/knowledge/compile-knowledge.ts'
import { withoutCounted } from '../../src/knowledge/compiled.ts'
import { fingerprint } from '../../src/knowledge/fingerprint.ts'
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts'
import { loadTask } from '../../src/knowledge/load-task.ts'
import { openKnowledge } from '../../src/knowledge/open-knowledge.ts'
import { fixture } from './broken-copy.ts'

const reader = join(import.meta.dirname, '../../knowledge/language/reader.bin')

let root: string
let dir: string
let file: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compiled-'))
  dir = join(root, 'knowledge')
  file = join(root, 'knowledge.bin')
  cpSync(fixture, dir, { recursive: true })
  cpSync(reader, join(dir, 'language/reader.bin'))
})

afterEach(() => rmSync(root, { recursive: true }))

describe('compiled knowledge', () => {
  it('opens as exactly what loading gives', async () => {
    compileKnowledge(dir, file)
    const opened = await openKnowledge(dir, file)
    const loaded = withoutCounted(loadCounted(dir))
    expect(isDeepStrictEqual(opened, { ...loaded, print: fingerprint(dir) })).toBe(true)
  })

  it('is opened with the fingerprint by which a reload knows it, compiled or not', async () => {
    const { print } = await openKnowledge(dir, file)
    compileKnowledge(dir, file)
    expect((await openKnowledge(dir, file)).print).toBe(print)
    expect(loadTask({ dir, known: print })).toEqual({ print })
  })

  it('is frozen to the last text', async () => {
    compileKnowledge(dir, file)
    const { knowledge } = await openKnowledge(dir, file)
    expect(Object.isFrozen(knowledge)).toBe(true)
    expect(Object.isFrozen(knowledge.comparisons[0]?.entries[0]?.cites)).toBe(true)
  })

  it('is not used where one character of a file differs', async () => {
    compileKnowledge(dir, file)
    const before = await openKnowledge(dir, file)
    appendFileSync(join(dir, 'blips/wordings.tsv'), 'faq/what-is-dorn\tdorn in one sentence then\n')
    const after = await openKnowledge(dir, file)
    expect(after.knowledge.version).not.toBe(before.knowledge.version)
    expect(after.counts.entries[0]!.texts).toBe(before.counts.entries[0]!.texts + 1)
  })

  it('hides no mistake that is made after it was compiled', async () => {
    compileKnowledge(dir, file)
    appendFileSync(join(dir, 'blips/faq.yml'), '\n- id: [')
    await expect(openKnowledge(dir, file)).rejects.toThrow(KnowledgeError)
    expect(() => compileKnowledge(dir, file)).toThrow(KnowledgeError)
  })

  it('is written once for the same knowledge, wherever its folder stands', () => {
    compileKnowledge(dir, file)
    const { ino } = statSync(file)
    const elsewhere = join(root, 'elsewhere')
    cpSync(dir, elsewhere, { recursive: true })
    compileKnowledge(elsewhere, file)
    expect(statSync(file).ino).toBe(ino)
  })

  it('is of all folders in their order: one file more of a house is other knowledge', async () => {
    const house = join(root, 'house')
    mkdirSync(join(house, 'blips'), { recursive: true })
    writeFileSync(join(house, 'house.yml'), 'owner: Us\nsources: [{ title: Ours, date: "2030" }]\n')
    compileKnowledge([dir, house], file)
    expect(fingerprint([dir, house])).not.toBe(fingerprint(dir))
    const rule = '- { id: ours, tier: must, option: kesh, because: So. }\n'
    writeFileSync(join(house, 'blips/rules.yml'), rule)
    const { knowledge } = await openKnowledge([dir, house], file)
    expect(knowledge.comparisons[0]!.rules.rules.map(({ id }) => id)).toContain('ours')
    compileKnowledge([dir, house], file)
    const opened = await openKnowledge(`${dir}${delimiter}${house}`, file)
    const loaded = withoutCounted(loadCounted([dir, house]))
    expect(isDeepStrictEqual(opened, { ...loaded, print: fingerprint([dir, house]) })).toBe(true)
  })

  it('is not needed', async () => {
    const { counts } = await openKnowledge(dir, file)
    expect(counts.entries).toHaveLength(1)
    expect(existsSync(file)).toBe(false)
  })

  it('is not asked for a folder that is missing', async () => {
    await expect(openKnowledge(join(root, 'nowhere'), file)).rejects.toThrow('is no folder')
  })
})
