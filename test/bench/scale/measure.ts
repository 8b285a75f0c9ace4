import { writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Answer } from '../../../src/core/domain/answer.ts'
import { miniSearchRank } from '../../eval/yardstick.ts'
import {
  answer,
  countAll,
  encodeCompiled,
  fingerprint,
  loadKnowledge,
  prepare,
  readCompiled,
} from '../dist.ts'
import { fastest, median, quantile, timed } from '../timing.ts'
import { writeFolder } from './folder.ts'
import { type Asking, questionsOn } from './questions.ts'

/** What was measured of generated knowledge; times in milliseconds, sizes in megabytes. */
export interface Figures {
  comparisons: number
  wordings: number
  load: number
  count: number
  read: number
  prepare: number
  heap: number
  arrays: number
  /** Heap and arrays after all questions. */
  asked: number
  questions: number
  median: number
  p99: number
  /** Median of the questions on the first ten comparisons alone, the same for every size. */
  few: number
  /** Each question asked for the first time. */
  first: number
  /** Medians of questions that name two options, one, none. */
  named: number[]
  /** Share of the answers that are of the comparison that the question was made for. */
  right: number
  mini: { build: number; median: number; p99: number; questions: number }
}

const QUESTIONS = 3000
const ROUNDS = 5
/** MiniSearch takes too long for all. */
const MINI = 150
const KINDS = 3
/** Comparisons that every size has, asked with the same questions: what a question costs beyond memory that is far away. */
const FEW = 10

// Started by the bench as a process of its own for each size, so that none finds the memory or the code of another.
const [dir = '', file = '', count = ''] = process.argv.slice(2)
const all = writeFolder(dir, Number(count))

const loading = performance.now()
const whole = loadKnowledge(dir)
const load = performance.now() - loading
const counting = performance.now()
const counts = countAll(whole)
const counted = performance.now() - counting
const print = fingerprint(dir)
store()

const empty = await held()
const reading = performance.now()
const stored = readCompiled(file, print)
if (!stored) throw new Error('The compiled file is not that of the folder.')
const preparing = performance.now()
const engine = prepare(stored.knowledge, stored.counts)
const ready = performance.now()
const full = await held()

const ask = (question: Asking) => answer(engine, question)
for (const question of questionsOn(all, QUESTIONS, 'warm')) ask(question)
const questions = questionsOn(all, QUESTIONS, 'asked')
let right = 0
const first = questions.map((question) => {
  const start = performance.now()
  const given = ask(question)
  const time = performance.now() - start
  if (isAbout(given, question)) right++
  return time
})
const asked = await held()
const [ours = []] = fastest(questions, [ask], ROUNDS)
const [few = []] = fastest(questionsOn(all.slice(0, FEW), QUESTIONS, 'asked'), [ask], ROUNDS)

let search: ReturnType<typeof miniSearchRank> = () => []
const build = timed(() => {
  search = miniSearchRank(prepare(whole, counts))
})
const [theirs = []] = fastest(questions.slice(0, MINI), [({ text }) => search(text)], 1)

const figures: Figures = {
  comparisons: all.length,
  wordings: whole.comparisons.reduce(
    (sum, { entries }) => sum + entries.reduce((n, { wordings }) => n + wordings.length, 0),
    0,
  ),
  load,
  count: counted,
  read: preparing - reading,
  prepare: ready - preparing,
  heap: full.heap - empty.heap,
  arrays: full.arrays - empty.arrays,
  asked: asked.heap + asked.arrays - empty.heap - empty.arrays,
  questions: questions.length,
  median: median(ours),
  p99: quantile(ours, 0.99),
  few: median(few),
  first: quantile(first, 0.99),
  named: Array.from({ length: KINDS }, (_, kind) => median(ours.filter((__, at) => at % KINDS === kind))),
  right: right / questions.length,
  mini: { build, median: median(theirs), p99: quantile(theirs, 0.99), questions: theirs.length },
}
process.stdout.write(JSON.stringify(figures))

/** A function of its own, so that nothing here holds on to the bytes. */
function store(): void {
  writeFileSync(file, encodeCompiled(print, { knowledge: whole, counts }))
}

function isAbout(given: Answer, { about }: Asking): boolean {
  return 'comparison' in given && given.comparison.slug === about
}

/** What lives, in megabytes; buffers are given back beside the program, a moment after they were found to be garbage. */
async function held(): Promise<{ heap: number; arrays: number }> {
  for (let n = 0; n < 2; n++) {
    globalThis.gc?.()
    await setTimeout(100)
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { heap: heapUsed / 2 ** 20, arrays: arrayBuffers / 2 ** 20 }
}
