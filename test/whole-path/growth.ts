/** Runs of one length, each timed alone. */
const runs = 5
/** One run repeats its work until it has taken so many milliseconds that the clock's own steps vanish. */
const leastRun = 4

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
  const first = median(several(() => timeOf(quick, work)))
  for (let length = short * 2; length < long; length *= 2) {
    const grown = timeOf(text(length), work) / first / (length / short)
    if (grown > hopeless && timeOf(text(length), work) / first / (length / short) > hopeless) return grown
  }
  const times = several(() => [timeOf(quick, work), timeOf(slow, work)] as const)
  return median(times.map(([, each]) => each)) / median(times.map(([each]) => each)) / (long / short)
}

function several<T>(measure: () => T): T[] {
  return Array.from({ length: runs }, measure)
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
