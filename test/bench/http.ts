import { readSet } from '../eval/sets.ts'
import { type Child, cpuMs, residentMb } from './child.ts'
import { commandBody, drive } from './drive.ts'
import { eventsPort, startBare, startProduct } from './programs.ts'
import { digits, type Row } from './row.ts'
import { openSlackApi, type SlackApi } from './slack-api.ts'
import { quantile } from './timing.ts'

const REQUESTS = 400
const ROUNDS = 5

/**
 * Slash commands per second, from the first request to the last answer at its response_url, against a bare Bolt app
 * whose card has the median size of ours: a round of one, a round of the other, each its own process.
 */
export async function httpPart(): Promise<Row[]> {
  const api = await openSlackApi()
  const running: Child[] = []
  try {
    const product = await startProduct(api)
    running.push(product)
    const cards = (await round(api, 'product', product)).answers.sort((a, b) => a.length - b.length)
    const card = cards[cards.length >> 1] ?? ''
    const bare = await startBare(api, card)
    running.push(bare)
    await round(api, 'bare', bare)
    const rates: Record<string, number[]> = { product: [], bare: [] }
    const before = running.map(cpuMs)
    for (let n = 0; n < ROUNDS; n++) {
      rates.product!.push((await round(api, 'product', product)).rate)
      rates.bare!.push((await round(api, 'bare', bare)).rate)
    }
    const [ours = Number.NaN, theirs = Number.NaN] = running.map(
      (child, at) => (cpuMs(child) - before[at]!) / (ROUNDS * REQUESTS),
    )
    const ratios = rates.product!.map((rate, n) => rate / rates.bare![n]!)
    const middle = (values: readonly number[] = []) => quantile(values, 0.5)
    return [
      {
        what: 'HTTP mode against bare Bolt',
        value: middle(ratios),
        unit: '×',
        limit: 0.6,
        aim: 0.85,
        beside: `${digits(middle(rates.product))} against ${digits(middle(rates.bare))} commands/s, card of ${card.length} characters`,
      },
      {
        what: '  processor time per command',
        value: ours,
        unit: 'ms',
        beside: `bare ${digits(theirs)} ms, ratio ${digits(theirs / ours)}`,
      },
      {
        what: `resident, Slack process after ${(ROUNDS + 1) * REQUESTS} commands`,
        value: residentMb(product),
        unit: 'MB',
        limit: 220,
        beside: `bare ${digits(residentMb(bare))} MB`,
      },
    ]
  } finally {
    for (const child of running) await child.stop()
    api.close()
  }
}

const texts = readSet('regression').flatMap((item) => (item.kind === 'thread' ? [] : [item.text]))

/** One round of one app: commands per second, and what came to the response_urls. */
async function round(api: SlackApi, name: string, app: Child): Promise<{ rate: number; answers: string[] }> {
  const bodies = Array.from({ length: REQUESTS }, (_, i) =>
    commandBody(texts[i % texts.length]!, api.responseUrl(name)),
  )
  const start = performance.now()
  const [answers] = await Promise.all([api.answers(name, REQUESTS), drive(eventsPort(app), bodies)])
  return { rate: (1000 * REQUESTS) / (performance.now() - start), answers }
}
