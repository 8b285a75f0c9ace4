import { readdirSync } from 'node:fs'
import { distFile } from './dist.ts'
import { inFreshNode } from './fresh.ts'
import { digits, type Row } from './row.ts'
import { median } from './timing.ts'

const ROUNDS = 7

// Both in one process: the difference of two processes is mostly noise on a busy machine.
const IMPORT = `
const [zod, answer, engine, ...rest] = process.argv.slice(1)
const start = performance.now()
await import(zod)
const middle = performance.now()
await Promise.all([import(answer), import(engine)])
const ready = performance.now()
for (const file of rest) await import(file)
console.log(JSON.stringify([middle - start, ready - middle, performance.now() - ready]))`

/**
 * The core as programs import it, by its two doors, in a fresh process that has zod already; and after it what only
 * loading and training import: the schemas of knowledge.
 */
export function importPart(): Row[] {
  const doors = ['answer.js', 'engine.js']
  const rest = readdirSync(distFile('core'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !doors.includes(file),
  )
  const core = [...doors, ...rest].map((file) => distFile(`core/${file}`).href)
  const runs = Array.from({ length: ROUNDS }, () =>
    inFreshNode(IMPORT, [import.meta.resolve('zod'), ...core]),
  )
  const middle = (at: number) => median(runs.map((run) => run[at] ?? Number.NaN))
  return [
    {
      what: 'core import beyond zod',
      value: middle(1),
      unit: 'ms',
      limit: 40,
      beside: `zod alone ${digits(middle(0))} ms`,
    },
    { what: `  and all else of ${core.length} modules, one by one`, value: middle(2), unit: 'ms' },
  ]
}
