import { dayOfATeam, textsNeverSeen } from './asked.ts'
import { cpuMs, type Ready, residentMb, stop } from './child.ts'
import { shippedKnowledge } from './dist.ts'
import { commandBody, drive } from './drive.ts'
import { startBare, startProduct } from './programs.ts'
import { digits, type Row } from './row.ts'
import { SlackApi } from './slack-api.ts'
import { median } from './timing.ts'

const REQUESTS = 400
/** A server runs for weeks: until here both still get faster, as their code is compiled. */
const WARMING = 36
const ROUNDS = 21

interface Apps {
  product: Ready
  bare: Ready
}

const NAMES = ['product', 'bare'] as const

/**
 * Slash commands per second, from the first request to the last answer at its response_url, against a bare Bolt app
 * whose card has the median size of ours: a round of one, a round of the other, each its own process. First what a
 * team asks day by day, then texts that were never seen, of which nothing can be known.
 */
export async function httpPart(): Promise<Row[]> {
  const api = await new SlackApi().open()
  const day = dayOfATeam(shippedKnowledge())
  const product = await startProduct(api)
  const cards = (await send(api, 'product', product, day(REQUESTS))).answers
  const card = cards.sort((a, b) => a.length - b.length)[cards.length >> 1] ?? ''
  const apps = { product, bare: await startBare(api, card) }
  await compare(api, apps, () => day(REQUESTS), WARMING)
  const days = await compare(api, apps, () => day(REQUESTS), ROUNDS)
  const resident = { product: residentMb(apps.product.child), bare: residentMb(apps.bare.child) }
  const unseen = textsNeverSeen()
  const fresh = await compare(api, apps, (n) => unseen.slice(n * REQUESTS, (n + 1) * REQUESTS), ROUNDS)
  await Promise.all(NAMES.map((name) => stop(apps[name].child)))
  api.close()
  return [
    { ...ratioRow('HTTP mode against bare Bolt', days), limit: 0.6, aim: 0.85 },
    busyRow(`card of ${card.length} characters`, days),
    ratioRow('  texts never seen before', fresh),
    busyRow('hardly a text twice', fresh),
    {
      what: `resident, Slack process after ${(1 + WARMING + ROUNDS) * REQUESTS} commands`,
      value: resident.product,
      unit: 'MB',
      limit: 220,
      beside: `bare ${digits(resident.bare)} MB`,
    },
  ]
}

interface Compared {
  /** Commands per second, per round. */
  rates: Record<keyof Apps, number[]>
  /** Milliseconds of processor time per command. */
  busy: Record<keyof Apps, number>
}

function ratioRow(what: string, { rates }: Compared): Row {
  return {
    what,
    value: median(rates.product.map((rate, n) => rate / rates.bare[n]!)),
    unit: '×',
    beside: `${digits(median(rates.product))} against ${digits(median(rates.bare))} commands/s`,
  }
}

function busyRow(of: string, { busy }: Compared): Row {
  const beside = `bare ${digits(busy.bare)} ms, ratio ${digits(busy.bare / busy.product)}; ${of}`
  return { what: '    processor time per command', value: busy.product, unit: 'ms', beside }
}

/** Rounds of both apps in turn, each with the same texts for both. */
async function compare(
  api: SlackApi,
  apps: Apps,
  textsOf: (round: number) => readonly string[],
  rounds: number,
): Promise<Compared> {
  const compared: Compared = { rates: { product: [], bare: [] }, busy: { product: 0, bare: 0 } }
  for (let n = 0; n < rounds; n++) {
    const texts = textsOf(n)
    for (const name of NAMES) {
      const before = cpuMs(apps[name].child)
      const { rate } = await send(api, name, apps[name], texts)
      compared.rates[name].push(rate)
      compared.busy[name] += (cpuMs(apps[name].child) - before) / (rounds * texts.length)
    }
  }
  return compared
}

/** Sends texts to one app: commands per second, and what came to the response_urls. */
async function send(
  api: SlackApi,
  name: string,
  { said }: Ready,
  texts: readonly string[],
): Promise<{ rate: number; answers: string[] }> {
  const bodies = texts.map((text) => commandBody(text, api.responseUrl(name)))
  const start = performance.now()
  const [answers] = await Promise.all([api.answers(name, texts.length), drive(Number(said[1]), bodies)])
  return { rate: (1000 * texts.length) / (performance.now() - start), answers }
}
