import { fileURLToPath } from 'node:url'
import { readSet } from '../eval/sets.ts'
import { residentMb, startNode } from './child.ts'
import { distFile } from './dist.ts'
import { digits, type Row } from './row.ts'

const ANSWERS = 10_000
const EARLY = 1000

/** `ask --jsonl`, started as `npm run ask` does, while it still waits for more after 10,000 answers of every kind. */
export async function askMemoryPart(): Promise<Row[]> {
  const lines = readSet('regression').map((item) =>
    JSON.stringify(
      item.kind === 'thread'
        ? { messages: item.messages.map(({ author, text }) => ({ user: author, text })) }
        : { text: item.text },
    ),
  )
  const child = startNode([fileURLToPath(distFile('cli/ask.js')), '--jsonl'])
  const start = performance.now()
  child.stdin.write(Array.from({ length: ANSWERS }, (_, i) => `${lines[i % lines.length]}\n`).join(''))
  let answers = 0
  let early = Number.NaN
  let resident = Number.NaN
  for await (const chunk of child.stdout) {
    for (const byte of chunk) if (byte === 10) answers++
    if (answers >= EARLY && Number.isNaN(early)) early = residentMb(child)
    if (answers < ANSWERS) continue
    resident = residentMb(child)
    break
  }
  const perSecond = (1000 * answers) / (performance.now() - start)
  child.kill('SIGKILL')
  return [
    {
      what: `resident, ask after ${answers} answers`,
      value: resident,
      unit: 'MB',
      limit: 150,
      beside: `${digits(early)} MB after ${EARLY}; ${digits(perSecond)} answers/s`,
    },
  ]
}
