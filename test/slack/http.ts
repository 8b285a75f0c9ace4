import { createHmac } from 'node:crypto'
import { type Harness, harness, signingSecret } from './harness.ts'

export interface Http extends Harness {
  url: string
  /** Sends a body as Slack signs it, some seconds ago. */
  send(body: string, type: string, ago?: number): Promise<Response>
  close(): Promise<boolean>
}

/** The app on a real port of this machine. */
export async function openHttp(setting: Parameters<typeof harness>[0] = {}): Promise<Http> {
  const all = await harness(setting)
  const port = await all.bot.start({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${port}`
  return {
    ...all,
    url,
    send: (body, type, ago = 0) => {
      const timestamp = String(Math.floor(Date.now() / 1000) - ago)
      const hmac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
      return fetch(`${url}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${hmac}`,
        },
      })
    },
    close: () => all.bot.stop(),
  }
}
