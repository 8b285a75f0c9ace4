import type { Help } from '../domain/answer.ts'
import type { Engine } from '../engine.ts'
import { onceForAll } from '../once.ts'

const listing = onceForAll(
  ({ covered, comparisons }: Engine): Help => ({
    kind: 'help',
    courtesy: false,
    covered: covered.map((one, i) => ({ ...one, topics: comparisons[i]!.comparison.entries.length })),
  }),
)

/** What is covered and how much of it, one and the same for an engine; `courtesy` where nothing was asked. */
export function help(engine: Engine, courtesy = false): Help {
  return courtesy ? { ...listing(engine), courtesy } : listing(engine)
}
