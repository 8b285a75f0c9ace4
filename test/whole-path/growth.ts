/** Runs of one length, each timed alone. */
const runs = 5
/** One run repeats its work until it has taken so long that the clock's own steps vanish. */
const leastRun = 4

/**
 * How many times longer `work` takes on a text of `long` characters than on one of `short`, both made of `unit`:
 * the ratio of the medians of several runs, taken by turns so that a busy machine slows both alike.
 */
export function workRatio(unit: string, short: number, long: number, work: (text: string) => void): number {
  const [one, other] = [short, long].map((length) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
  ) as [string, string]
  work(one)
  work(other)
  const times = Array.from({ length: runs }, () => [timeOf(one, work), timeOf(other, work)] as const)
  return median(times.map(([, slow]) => slow)) / median(times.map(([quick]) => quick))
}

function timeOf(text: string, work: (text: string) => void): number {
  const from = performance.now()
  let rounds = 0
  while (rounds === 0 || performance.now() - from < leastRun) {
    work(text)
    rounds += 1
  }
  return (performance.now() - from) / rounds
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
