import { threadOf, threads } from './asked.ts'
import { answer, loadKnowledge, prepare } from './dist.ts'
import { knowledgeFolder } from './folders.ts'
import { digits, type Row } from './row.ts'
import { fastest, quantile } from './timing.ts'

const ROUNDS = 7
const LENGTHS = [10, 100, 1000]

/** Discussions read and decided, fastest of the rounds; the cost of a message shows whether it grows with the length. */
export function threadPart(): Row[] {
  const engine = prepare(loadKnowledge(knowledgeFolder))
  const ask = [(question: ReturnType<typeof threadOf>) => answer(engine, question)]
  const labelled = fastest(threads(), ask, ROUNDS)[0] ?? []
  const [long = Number.NaN, ...others] = fastest([200, ...LENGTHS].map(threadOf), ask, ROUNDS)[0] ?? []
  return [
    {
      what: 'thread of 200 messages',
      value: long,
      unit: 'ms',
      limit: 40,
      aim: 10,
      beside: `labelled threads: median ${digits(quantile(labelled, 0.5))} ms`,
    },
    ...LENGTHS.map((length, i): Row => {
      return { what: `  a message among ${length}`, value: (1000 * others[i]!) / length, unit: 'µs' }
    }),
  ]
}
