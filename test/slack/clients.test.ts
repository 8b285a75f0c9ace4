import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClients } from '../../src/slack/clients.ts'
import { createLog, slackLogger } from '../../src/slack/log.ts'
import { fakeSlack } from './fake-slack.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** How often a message is sent that Slack takes at the second time. */
async function sent(first: () => { status: number; headers?: Record<string, string> }): Promise<number> {
  const slack = fakeSlack()
  const logger = slackLogger(createLog('error', () => undefined))
  const { web } = createClients({ botToken: 'xoxb-test', fetch: slack.fetch }, logger)
  slack.on('chat.postMessage', () =>
    slack.of('chat.postMessage').length === 1 ? first() : { ok: true, ts: '1.1' },
  )
  const posted = web.chat.postMessage({ channel: 'C1', text: 'a card' }).catch(() => undefined)
  await vi.advanceTimersByTimeAsync(60_000)
  await posted
  return slack.of('chat.postMessage').length
}

/** A failure as fetch words it. */
function failed(code: string): never {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

describe('a message', () => {
  it.each([
    [
      'no answer came in time',
      () => {
        throw new DOMException('Too late', 'TimeoutError')
      },
    ],
    ['the connection was lost', () => failed('ECONNRESET')],
    ['the other side closed it', () => failed('UND_ERR_SOCKET')],
  ])('is sent once where %s: it may stand there', async (_, first) => {
    expect(await sent(first)).toBe(1)
  })

  it.each([
    ['refused the connection', () => failed('ECONNREFUSED')],
    ['was not found', () => failed('ENOTFOUND')],
    ['failed', () => ({ status: 503 })],
    ['was asked too often', () => ({ status: 429, headers: { 'retry-after': '1' } })],
  ])('is sent again where Slack %s', async (_, first) => {
    expect(await sent(first)).toBe(2)
  })
})
