import { type Child, cpuMs } from './child.ts'
import { startBare, startLocal, startProduct } from './programs.ts'
import { digits, type Row } from './row.ts'
import { openSlackApi } from './slack-api.ts'
import { quantile } from './timing.ts'

const ROUNDS = 5

/** From the start of the process to its ready line, in HTTP mode and in local mode, in turn. */
export async function readyPart(): Promise<Row[]> {
  const api = await openSlackApi()
  const starts: Record<string, () => Promise<Child>> = {
    http: () => startProduct(api),
    local: startLocal,
    bare: () => startBare(api, '{"text":"card"}'),
  }
  const times: Record<string, number[]> = {}
  const busy: Record<string, number[]> = {}
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, start] of Object.entries(starts)) {
        const child = await start()
        times[name] = [...(times[name] ?? []), child.readyMs]
        busy[name] = [...(busy[name] ?? []), cpuMs(child)]
        await child.stop()
      }
    }
  } finally {
    api.close()
  }
  const middle = (of: Record<string, number[]>, name: string) => quantile(of[name] ?? [], 0.5)
  const row = (name: string, what: string): Row => ({
    what,
    value: middle(times, name),
    unit: 'ms',
    limit: 1000,
    aim: 500,
    beside: `${digits(middle(busy, name))} ms of processor; bare Bolt app ${digits(middle(times, 'bare'))} ms`,
  })
  return [row('http', 'start to ready, HTTP mode'), row('local', 'start to ready, local workspace')]
}
