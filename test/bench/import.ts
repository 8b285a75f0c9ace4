import { distFile } from './dist.ts'
import { inFreshNode } from './fresh.ts'
import { digits, type Row } from './row.ts'
import { median } from './timing.ts'

const ROUNDS = 7

// Both in one process: the difference of two processes is mostly noise on a busy machine.
const IMPORT = `
const [zod, answer, engine] = process.argv.slice(1)
const start = performance.now()
await import(zod)
const middle = performance.now()
await Promise.all([import(answer), import(engine)])
console.log(JSON.stringify([middle - start, performance.now() - middle]))`

/** The core as programs import it, by its two doors, in a fresh process that has zod already. */
export function importPart(): Row[] {
  const doors = ['answer.js', 'engine.js']
  const core = doors.map((file) => distFile(`core/${file}`).href)
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
  ]
}
