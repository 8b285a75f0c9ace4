/** Milliseconds that one call takes. */
export function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The value below which a share of the values lies; the upper of two neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * Times every input with every contender, round by round in turn, so that a busy machine is busy for all of them.
 * Returns per contender the fastest time of each input.
 */
export function fastest<T>(
  inputs: readonly T[],
  contenders: readonly ((input: T) => unknown)[],
  rounds: number,
): number[][] {
  const best = contenders.map(() => inputs.map(() => Number.POSITIVE_INFINITY))
  for (let round = 0; round < rounds; round++) {
    contenders.forEach((contender, c) => {
      inputs.forEach((input, i) => {
        best[c]![i] = Math.min(
          best[c]![i]!,
          timed(() => contender(input)),
        )
      })
    })
  }
  return best
}
