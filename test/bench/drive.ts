import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
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
    user_name: 'ana',
    channel_id: 'C1',
    team_id: 'T1',
    trigger_id: `trigger.${sent}`,
    response_url: responseUrl,
  }).toString()
}

/** Sends all bodies, signed, some at a time over kept connections; rejects unless every one gets an empty 200. */
export async function drive(port: number, bodies: readonly string[]): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const queue = bodies.map((body) => {
    const hmac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    return { body, timestamp, signature: `v0=${hmac}` }
  })
  const next = queue[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (const { body, timestamp, signature } of next) await send(port, body, timestamp, signature)
    }),
  )
}

function send(port: number, body: string, timestamp: string, signature: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    }
    const options = { host: '127.0.0.1', port, path: '/slack/events', method: 'POST', agent, headers }
    const post = request({ ...options, timeout: 10_000 }, (response) => {
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
      })
      response.on('end', () => {
        if (response.statusCode === 200 && length === 0) resolve()
        else reject(new Error(`A command was acked with ${response.statusCode} and ${length} bytes`))
      })
    })
    post.on('timeout', () => post.destroy(new Error('A command was not acked in time')))
    post.on('error', reject)
    post.end(body)
  })
}
