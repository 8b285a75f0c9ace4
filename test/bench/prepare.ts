import { distFile, knowledgeFolder } from './dist.ts'
import { inFreshNode } from './fresh.ts'
import type { Row } from './row.ts'
import { median } from './timing.ts'

const ROUNDS = 5

const PREPARE = `
const [load, engine, folder] = process.argv.slice(1)
const { loadKnowledge } = await import(load)
const { prepare } = await import(engine)
const begin = performance.now()
const knowledge = loadKnowledge(folder)
gc()
const before = process.memoryUsage()
const start = performance.now()
const kept = prepare(knowledge)
const end = performance.now()
gc()
const after = process.memoryUsage()
const bytes = (usage) => usage.heapUsed + usage.arrayBuffers
console.log(JSON.stringify([start - begin, end - start, (bytes(after) - bytes(before)) / 2 ** 20, kept.comparisons.length]))`

/** Knowledge read from its files, and the index and reader built of it once, each in a fresh process. */
export function preparePart(): Row[] {
  const files = [distFile('knowledge/load-knowledge.js').href, distFile('core/engine.js').href]
  const runs = Array.from({ length: ROUNDS }, () => inFreshNode(PREPARE, [...files, knowledgeFolder]))
  const middle = (at: number) => median(runs.map((run) => run[at] ?? Number.NaN))
  return [
    { what: 'knowledge read and checked', value: middle(0), unit: 'ms' },
    { what: 'index and reader built', value: middle(1), unit: 'ms' },
    { what: '  what they hold', value: middle(2), unit: 'MB' },
  ]
}
