import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { signingSecret } from './programs.ts'

const IN_FLIGHT = 20
const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
let sent = 0

/** A slash command as Slack sends it, each a delivery of its own. */
export function commandBody(text: string, responseUrl: string): string {
  sent++
  return new URLSearchParams({
    command: '/stack',
    text,
    user_id: `U${sent % 50}`,
    channel_id: 'C1',
    team_id: 'T1',
    trigger_id: `trigger.${sent}`,
    response_url: responseUrl,
  }).toString()
}

/** Sends all bodies, signed, some at a time over kept connections; rejects unless every one gets an empty 200. */
export async function drive(port: number, bodies: readonly string[]): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signed = bodies.map((body) => {
    const hmac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    return { body, headers: { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hmac}` } }
  })
  const next = signed[Symbol.iterator]()
  const work = async () => {
    for (const { body, headers } of next) await send(port, body, headers)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
}

async function send(port: number, body: string, signature: Record<string, string>): Promise<void> {
  const headers = { ...signature, 'content-type': 'application/x-www-form-urlencoded' }
  const to = { host: '127.0.0.1', port, path: '/slack/events', method: 'POST' }
  const post = request({ ...to, agent, headers, signal: AbortSignal.timeout(10_000) }).end(body)
  const [response]: IncomingMessage[] = await once(post, 'response')
  let length = 0
  for await (const chunk of response!) length += chunk.length
  if (response?.statusCode !== 200 || length > 0)
    throw new Error(`A command was acked with ${response?.statusCode} and ${length} bytes`)
}
