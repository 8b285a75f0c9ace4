import type { Help, NotCovered } from '../domain/answer.ts'
import type { Engine } from '../engine.ts'

/** What is covered, for refusals. */
export function covered(engine: Engine): NotCovered['covered'] {
  return engine.comparisons.map(({ comparison }) => ({
    slug: comparison.slug,
    title: comparison.title,
    names: comparison.options.map((option) => option.name),
  }))
}

/** What is covered and how much of it; `courtesy` where nothing was asked. */
export function help(engine: Engine, courtesy = false): Help {
  return {
    kind: 'help',
    courtesy,
    covered: covered(engine).map((one, i) => ({
      ...one,
      topics: engine.comparisons[i]!.comparison.entries.length,
    })),
  }
}
