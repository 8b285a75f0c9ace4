import { cpuMs, stop } from './child.ts'
import { startBare, startLocal, startProduct } from './programs.ts'
import { digits, type Row } from './row.ts'
import { SlackApi } from './slack-api.ts'
import { median } from './timing.ts'

const ROUNDS = 5

/** From the start of the process to its ready line, in HTTP mode and in local mode, in turn. */
export async function readyPart(): Promise<Row[]> {
  const api = await new SlackApi().open()
  const starts = [() => startProduct(api), startLocal, () => startBare(api, '{"text":"card"}')]
  const times: number[][] = starts.map(() => [])
  const busy: number[][] = starts.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, start] of starts.entries()) {
      const { child, ms } = await start()
      times[at]!.push(ms)
      busy[at]!.push(cpuMs(child))
      await stop(child)
    }
  }
  api.close()
  const bare = `bare Bolt app ${digits(median(times[2]!))} ms`
  return ['HTTP mode', 'local workspace'].map((mode, at) => ({
    what: `start to ready, ${mode}`,
    value: median(times[at]!),
    unit: 'ms',
    limit: 1000,
    aim: 500,
    beside: `${digits(median(busy[at]!))} ms of processor; ${bare}`,
  }))
}
