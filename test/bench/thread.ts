import { threadOf, threads } from './asked.ts'
import { answer, preparedKnowledge } from './dist.ts'
import { digits, type Row } from './row.ts'
import { fastest, median } from './timing.ts'

const ROUNDS = 7
const LENGTHS = [10, 100, 1000]

/** Discussions read and decided, fastest of the rounds; the cost of a message shows whether it grows with the length. */
export function threadPart(): Row[] {
  const engine = preparedKnowledge()
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
      beside: `labelled threads: median ${digits(median(labelled))} ms`,
    },
    ...LENGTHS.map((length, i): Row => {
      return { what: `  a message among ${length}`, value: (1000 * others[i]!) / length, unit: 'µs' }
    }),
  ]
}
