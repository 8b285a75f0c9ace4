import { manyTexts } from './asked.ts'
import { cpuMs, type Ready, residentMb, stop } from './child.ts'
import { commandBody, drive } from './drive.ts'
import { startBare, startProduct } from './programs.ts'
import { digits, type Row } from './row.ts'
import { SlackApi } from './slack-api.ts'
import { median } from './timing.ts'

const REQUESTS = 400
/** A server runs for weeks: until here both still get faster, as their code is compiled. */
const WARMING = 12
const ROUNDS = 5

/**
 * Slash commands per second, from the first request to the last answer at its response_url, against a bare Bolt app
 * whose card has the median size of ours: a round of one, a round of the other, each its own process.
 */
export async function httpPart(): Promise<Row[]> {
  const api = await new SlackApi().open()
  const product = await startProduct(api)
  const cards = (await round(api, 'product', product, -WARMING - 1)).answers.sort(
    (a, b) => a.length - b.length,
  )
  const card = cards[cards.length >> 1] ?? ''
  const bare = await startBare(api, card)
  const apps = { product, bare }
  const rates = { product: [] as number[], bare: [] as number[] }
  const busy = { product: 0, bare: 0 }
  for (let n = -WARMING; n < ROUNDS; n++) {
    for (const name of ['product', 'bare'] as const) {
      const before = cpuMs(apps[name].child)
      const { rate } = await round(api, name, apps[name], n)
      if (n < 0) continue
      rates[name].push(rate)
      busy[name] += (cpuMs(apps[name].child) - before) / (ROUNDS * REQUESTS)
    }
  }
  const resident = { product: residentMb(product.child), bare: residentMb(bare.child) }
  await Promise.all([stop(product.child), stop(bare.child)])
  api.close()
  const perSecond = `${digits(median(rates.product))} against ${digits(median(rates.bare))} commands/s`
  return [
    {
      what: 'HTTP mode against bare Bolt',
      value: median(rates.product.map((rate, n) => rate / rates.bare[n]!)),
      unit: '×',
      limit: 0.6,
      aim: 0.85,
      beside: `${perSecond}, card of ${card.length} characters`,
    },
    {
      what: '  processor time per command',
      value: busy.product,
      unit: 'ms',
      beside: `bare ${digits(busy.bare)} ms, ratio ${digits(busy.bare / busy.product)}`,
    },
    {
      what: `resident, Slack process after ${(1 + WARMING + ROUNDS) * REQUESTS} commands`,
      value: resident.product,
      unit: 'MB',
      limit: 220,
      beside: `bare ${digits(resident.bare)} MB`,
    },
  ]
}

const texts = manyTexts()

/** The n-th round of one app, with texts of its own: commands per second, and what came to the response_urls. */
async function round(
  api: SlackApi,
  name: string,
  { said }: Ready,
  n: number,
): Promise<{ rate: number; answers: string[] }> {
  const to = api.responseUrl(name)
  const first = (n + WARMING + 1) * REQUESTS
  const bodies = Array.from({ length: REQUESTS }, (_, i) =>
    commandBody(texts[(first + i) % texts.length]!, to),
  )
  const start = performance.now()
  const [answers] = await Promise.all([api.answers(name, REQUESTS), drive(Number(said[1]), bodies)])
  return { rate: (1000 * REQUESTS) / (performance.now() - start), answers }
}
