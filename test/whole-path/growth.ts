/** Runs of one length, each timed alone; fewer where one takes long, for long runs differ less. */
const runs = { most: 7, least: 3 }
/** One run repeats its work until it has taken so many milliseconds that the clock's own steps vanish. */
const leastRun = 4
/** Work of so many least runs is slow: it is timed fewer times, and given up where it is hopeless. */
const slowRun = 10 * leastRun

/**
 * How much more work one character costs in a text of `long` characters than in one of `short`, both made of `unit`:
 * 1 where work grows with the length, `long / short` where it grows with its square. A ratio of medians, taken by
 * turns so that a busy machine slows both alike. Work that has grown more than `hopeless` times on the way is not
 * measured to the end.
 */
export function growth(
  unit: string,
  { short, long, hopeless }: { short: number; long: number; hopeless: number },
  work: (text: string) => void,
): number {
  const text = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const [quick, slow] = [text(short), text(long)]
  timeOf(quick, work)
  const first = timeOf(quick, work)
  for (let length = short * 2; length < long; length *= 2) {
    const time = timeOf(text(length), work)
    const grown = time / first / (length / short)
    if (time > slowRun && grown > hopeless) return grown
  }
  const count = timeOf(slow, work) > slowRun ? runs.least : runs.most
  const times = Array.from({ length: count }, () => [timeOf(quick, work), timeOf(slow, work)] as const)
  return median(times.map(([, each]) => each)) / median(times.map(([each]) => each)) / (long / short)
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
