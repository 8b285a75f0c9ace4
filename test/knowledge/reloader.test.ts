import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countAll } from '../../src/core/engine.ts'
import { type CountedKnowledge, encodeCompiled } from '../../src/knowledge/compiled.ts'
import type { Aside, Task } from '../../src/knowledge/load-aside.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { readModel } from '../../src/knowledge/read-model.ts'
import { createReloader } from '../../src/knowledge/reloader.ts'
import { fixture } from './broken-copy.ts'

const model = readModel(join(import.meta.dirname, '../../knowledge/language/reader.bin'), [])!
const knowledge = loadKnowledge(fixture, { model })
const bytes = new Uint8Array(encodeCompiled('', { knowledge, counts: countAll(knowledge) }))
const issue = { file: 'faq.yml', line: 3, path: 'dorn.title', problem: 'is missing', remedy: 'Add title.' }

/** A reloader on loads that are given beforehand, with what it asked for, swapped and logged. */
function reloader(loads: (Aside | Error | Promise<Aside>)[]) {
  const tasks: Task[] = []
  const swapped: CountedKnowledge[] = []
  const logged: [event: string, data: Record<string, string | number>][] = []
  const log = (event: string, data: Record<string, string | number>) => void logged.push([event, data])
  const { reload } = createReloader({
    dir: 'knowledge',
    version: 'old',
    print: 'start',
    load: async (task) => {
      tasks.push(task)
      const next = loads.shift()
      if (next === undefined || next instanceof Error) throw next ?? new Error('asked too often')
      return next
    },
    swap: async (counted, step) => {
      await step(() => swapped.push(counted))
    },
    log: { info: log, warn: log, error: log },
  })
  return { reload, tasks, swapped, logged, events: () => logged.map(([event]) => event) }
}

describe('a reload', () => {
  it('swaps what is valid and says which version answers now', async () => {
    const { reload, swapped, logged } = reloader([{ print: 'a', bytes }])
    await reload('file')
    expect(swapped[0]?.knowledge.version).toBe(knowledge.version)
    expect(logged).toEqual([
      ['knowledge-swapped', { version: knowledge.version, before: 'old', blockedMs: expect.any(Number) }],
    ])
  })

  it('keeps the old knowledge where the new is wrong, lists all of it and says so', async () => {
    const { reload, swapped, logged } = reloader([
      { print: 'a', issues: [issue, { ...issue, line: 9, path: '' }] },
    ])
    await reload('file')
    expect(swapped).toEqual([])
    expect(logged).toMatchObject([
      ['knowledge-issue', issue],
      ['knowledge-issue', { file: 'faq.yml', line: 9 }],
      ['knowledge-kept', { version: 'old', errors: 2 }],
    ])
  })

  it('swaps once what was wrong is mended', async () => {
    const { reload, swapped, events } = reloader([
      { print: 'a', issues: [issue] },
      { print: 'b', bytes },
    ])
    await reload('file')
    await reload('file')
    expect(swapped).toHaveLength(1)
    expect(events()).toEqual(['knowledge-issue', 'knowledge-kept', 'knowledge-swapped'])
  })

  it('asks for nothing that it has already, and tells of it only where somebody waits for word', async () => {
    const { reload, tasks, events } = reloader([{ print: 'a', bytes }, { print: 'a' }, { print: 'a' }])
    await reload('file')
    await reload('file')
    await reload('signal')
    expect(tasks.map(({ known }) => known)).toEqual(['start', 'a', 'a'])
    expect(events()).toEqual(['knowledge-swapped', 'knowledge-unchanged'])
  })

  it('by a signal leaves alone what answers since the start', async () => {
    const { reload, tasks, swapped, logged } = reloader([{ print: 'start' }])
    await reload('signal')
    expect(tasks).toEqual([{ dir: 'knowledge', known: 'start' }])
    expect(swapped).toEqual([])
    expect(logged).toEqual([['knowledge-unchanged', { version: 'old' }]])
  })

  it('lists the same errors again to a signal alone', async () => {
    const wrong = { print: 'a', issues: [issue] }
    const { reload, events } = reloader([wrong, wrong, wrong])
    await reload('file')
    await reload('file')
    expect(events()).toHaveLength(2)
    await reload('signal')
    expect(events()).toHaveLength(4)
  })

  it('that is asked for during another follows it, once however often', async () => {
    let arrive: (aside: Aside) => void = () => {}
    const slow = new Promise<Aside>((resolve) => {
      arrive = resolve
    })
    const { reload, tasks } = reloader([slow, { print: 'b', bytes }])
    const first = reload('file')
    const others = [reload('file'), reload('file')]
    arrive({ print: 'a', bytes })
    await Promise.all([first, ...others])
    expect(tasks).toHaveLength(2)
  })

  it('survives a thread that fails', async () => {
    const { reload, swapped, events } = reloader([new Error('no memory'), { print: 'a', bytes }])
    await reload('signal')
    await reload('signal')
    expect(events()).toEqual(['knowledge-not-loaded', 'knowledge-swapped'])
    expect(swapped).toHaveLength(1)
  })
})
