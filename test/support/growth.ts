/** Runs of one length, of which the least counts; fewer where one takes long. */
const runs = { most: 7, least: 3 }
/** One run repeats its work until it has taken so many milliseconds that the clock's own steps vanish. */
const leastRun = 4
/** Work of so many least runs is slow: it is timed fewer times, and given up where it is hopeless. */
const slowRun = 10 * leastRun

/**
 * How much more work one character costs in a text of `long` characters than in one of `short`, both made of `unit`:
 * 1 where work grows with the length, `long / short` where it grows with its square. Work that has grown more than
 * `hopeless` times on the way is not measured to the end.
 *
 * It is the processor's time that is counted, and of all runs the least: others on the machine, and a machine that
 * stands still for a second, can only add to a run, and work that grows too fast has no short one.
 */
export function growth(
  unit: string,
  { short, long, hopeless }: { short: number; long: number; hopeless: number },
  work: (text: string) => void,
): number {
  const text = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const quick = text(short)
  const first = leastTime(quick, work, runs.least)
  for (let length = short * 2; length < long; length *= 2) {
    const grown = (time: number) => time / first / (length / short)
    const time = timeOf(text(length), work)
    if (time <= slowRun || grown(time) <= hopeless) continue
    const again = grown(leastTime(text(length), work, runs.least))
    if (again > hopeless) return again
  }
  const slow = text(long)
  const count = timeOf(slow, work) > slowRun ? runs.least : runs.most
  const times = Array.from({ length: count }, () => [timeOf(quick, work), timeOf(slow, work)] as const)
  return (
    Math.min(...times.map(([, each]) => each)) / Math.min(...times.map(([each]) => each)) / (long / short)
  )
}

function leastTime(text: string, work: (text: string) => void, count: number): number {
  return Math.min(...Array.from({ length: count }, () => timeOf(text, work)))
}

/** Milliseconds of the processor that one round of the work takes. */
function timeOf(text: string, work: (text: string) => void): number {
  const from = process.cpuUsage()
  let rounds = 0
  let spent = 0
  while (spent < leastRun) {
    work(text)
    rounds += 1
    const { user, system } = process.cpuUsage(from)
    spent = (user + system) / 1000
  }
  return spent / rounds
}
