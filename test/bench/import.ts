import { readdirSync } from 'node:fs'
import { distFile } from './dist.ts'
import { inFreshNode } from './fresh.ts'
import { digits, type Row } from './row.ts'
import { median } from './timing.ts'

const ROUNDS = 7

const IMPORT = `
const start = performance.now()
for (const file of process.argv.slice(1)) await import(file)
console.log(JSON.stringify([performance.now() - start]))`

/** Every module of the core imported in a fresh process, less a process that imports zod alone, in turn. */
export function importPart(): Row[] {
  const core = readdirSync(distFile('core'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => distFile(`core/${file}`).href)
  const ours: number[] = []
  const zods: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    zods.push(...inFreshNode(IMPORT, [import.meta.resolve('zod')]))
    ours.push(...inFreshNode(IMPORT, core))
  }
  const zod = median(zods)
  return [
    {
      what: 'core import beyond zod',
      value: median(ours) - zod,
      unit: 'ms',
      limit: 40,
      beside: `zod alone ${digits(zod)} ms`,
    },
  ]
}
