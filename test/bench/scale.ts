import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cpuMs, residentMb, stop } from './child.ts'
import { distFile } from './dist.ts'
import { startProduct } from './programs.ts'
import { digits, type Row } from './row.ts'
import type { Figures } from './scale/measure.ts'
import { SlackApi } from './slack-api.ts'
import { median } from './timing.ts'

const SIZES = [10, 100, 300]
const STARTS = 3
const measure = fileURLToPath(new URL('./scale/measure.ts', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Generated knowledge of several sizes: what a question costs, what building and keeping it, and a start with the largest. */
export async function scalePart(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'scale-'))
  try {
    const all = SIZES.map((size) => measured(dir, size))
    const [least, largest] = [all[0]!, all.at(-1)!]
    return [
      ...all.flatMap((figures) => rowsOf(figures, figures === largest)),
      {
        what: `cost of a question, ${largest.comparisons} against ${least.comparisons}`,
        value: largest.median / least.median,
        unit: 'fold',
        limit: 1.5,
        beside: `asked of the same ${least.comparisons} alone ${digits(largest.few / least.few)} fold; MiniSearch ${digits(largest.mini.median / least.mini.median)} fold`,
      },
      {
        what: 'cost of building a wording, the same',
        value: largest.count / largest.wordings / (least.count / least.wordings),
        unit: 'fold',
        limit: 1.5,
        beside: `MiniSearch ${digits(largest.mini.build / largest.wordings / (least.mini.build / least.wordings))} fold`,
      },
      ...(await startRows(dir, largest)),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

const folderOf = (dir: string, size: number) => join(dir, String(size))
const compiledOf = (dir: string, size: number) => join(dir, `${size}.bin`)

/** One size in a process of its own. */
function measured(dir: string, size: number): Figures {
  mkdirSync(folderOf(dir, size))
  const args = [measure, folderOf(dir, size), compiledOf(dir, size), String(size)]
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', import.meta.resolve('tsx'), ...args],
    {
      cwd: tmpdir(),
      env: {},
      encoding: 'utf8',
      timeout: 120_000,
    },
  )
  return JSON.parse(out)
}

function rowsOf(figures: Figures, largest: boolean): Row[] {
  const { comparisons, wordings, mini, named } = figures
  const [two, one, none] = named.map(digits)
  return [
    {
      what: `answer() over ${comparisons} comparisons with ${wordings} wordings, median`,
      value: figures.median,
      unit: 'ms',
      beside: `two options ${two}, one ${one}, none ${none} ms; right ${digits(100 * figures.right)} %; MiniSearch ${digits(mini.median)} ms`,
    },
    {
      what: `  p99 of ${figures.questions} questions, fastest of the rounds`,
      value: figures.p99,
      unit: 'ms',
      ...(largest ? { limit: 5 } : {}),
      beside: `each for the first time ${digits(figures.first)} ms; MiniSearch ${digits(mini.p99)} ms`,
    },
    {
      what: '  wordings counted',
      value: figures.count,
      unit: 'ms',
      beside: `read and checked before ${digits(figures.load)} ms; MiniSearch built ${digits(mini.build)} ms`,
    },
    {
      what: '  prepared from what was counted',
      value: figures.prepare,
      unit: 'ms',
      beside: `read from the compiled file before ${digits(figures.read)} ms`,
    },
    {
      what: '  what it holds',
      value: figures.heap + figures.arrays,
      unit: 'MB',
      beside: `heap ${digits(figures.heap)}, arrays ${digits(figures.arrays)}; after all questions ${digits(figures.asked)} MB`,
    },
  ]
}

/** Starts in HTTP mode: of a copy of the built program whose compiled knowledge is the generated one, and without it. */
async function startRows(dir: string, { comparisons }: Figures): Promise<Row[]> {
  const dist = join(dir, 'dist')
  cpSync(distFile('.'), dist, { recursive: true })
  cpSync(compiledOf(dir, comparisons), join(dist, 'knowledge.bin'))
  cpSync(join(root, 'package.json'), join(dir, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'))
  const knowledge = folderOf(dir, comparisons)
  const api = await new SlackApi().open()
  const start = async (program: string): Promise<Started> => {
    const { child, ms } = await startProduct(api, { main: program, knowledge })
    const started = { ms, cpu: cpuMs(child), resident: residentMb(child) }
    await stop(child)
    return started
  }
  const starts: Started[] = []
  for (let round = 0; round < STARTS; round++) starts.push(await start(join(dist, 'main.js')))
  // The built program has other knowledge compiled, so that it reads, checks and counts these files.
  const anew = await start(fileURLToPath(distFile('main.js')))
  api.close()
  const middle = (of: keyof Started) => median(starts.map((each) => each[of]))
  return [
    {
      what: `start to ready over ${comparisons} comparisons, HTTP mode, compiled`,
      value: middle('ms'),
      unit: 'ms',
      limit: 12_000,
      beside: `${digits(middle('cpu'))} ms of processor; resident ${digits(middle('resident'))} MB`,
    },
    {
      what: '  not compiled',
      value: anew.ms,
      unit: 'ms',
      limit: 12_000,
      beside: `${digits(anew.cpu)} ms of processor; resident ${digits(anew.resident)} MB`,
    },
  ]
}

interface Started {
  ms: number
  cpu: number
  resident: number
}
