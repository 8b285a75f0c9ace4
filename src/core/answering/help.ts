import type { Help } from '../domain/answer.ts'
import type { Engine } from '../engine.ts'

/** What is covered and how much of it; `courtesy` where nothing was asked. */
export function help({ covered, comparisons }: Engine, courtesy = false): Help {
  return {
    kind: 'help',
    courtesy,
    covered: covered.map((one, i) => ({ ...one, topics: comparisons[i]!.comparison.entries.length })),
  }
}
