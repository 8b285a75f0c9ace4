import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readSet } from '../eval/sets.ts'
import { residentMb } from './child.ts'
import { distFile } from './dist.ts'
import { digits, type Row } from './row.ts'

const ANSWERS = 10_000
const EARLY = 1000
const LIMIT_MS = 120_000

/** `ask --jsonl` while it still waits for more, after 10,000 answers of every kind. */
export async function askMemoryPart(): Promise<Row[]> {
  const lines = readSet('regression').map((item) =>
    JSON.stringify(
      item.kind === 'thread'
        ? { messages: item.messages.map(({ author, text }) => ({ user: author, text })) }
        : { text: item.text },
    ),
  )
  const child = spawn(
    process.execPath,
    ['--optimize-for-size', fileURLToPath(distFile('cli/ask.js')), '--jsonl'],
    {
      cwd: tmpdir(),
      env: {},
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: LIMIT_MS,
    },
  )
  const start = performance.now()
  child.stdin.write(Array.from({ length: ANSWERS }, (_, i) => `${lines[i % lines.length]}\n`).join(''))
  let answers = 0
  let early = Number.NaN
  for await (const chunk of child.stdout) {
    const before = answers
    for (const byte of chunk) if (byte === 10) answers++
    if (before < EARLY && answers >= EARLY) early = residentMb({ process: child })
    if (answers >= ANSWERS) break
  }
  if (answers < ANSWERS) throw new Error(`ask ended after ${answers} answers`)
  const seconds = (performance.now() - start) / 1000
  const resident = residentMb({ process: child })
  child.kill('SIGKILL')
  return [
    {
      what: 'resident, ask after 10,000 answers',
      value: resident,
      unit: 'MB',
      limit: 150,
      beside: `${digits(early)} MB after 1,000; ${digits(ANSWERS / seconds)} answers/s`,
    },
  ]
}
