import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClients } from '../../src/slack/clients.ts'
import { createLog, slackLogger } from '../../src/slack/log.ts'
import { createThreads } from '../../src/slack/thread.ts'
import { fakeSlack, missingScope, type ThreadMessage } from './fake-slack.ts'
import { harness } from './harness.ts'
import { aForm, aMention, aPress, aSubmission, asker, channel, other, rootTs } from './payloads.ts'

type Body = Record<string, unknown>

const text = (value: unknown) => JSON.stringify(value)
const at = (index: number) => `17000000${10 + index}.000100`

/** A discussion of so many messages, the newest the call to the bot; only the last before it says something. */
function discussion(count: number): ThreadMessage[] {
  const said = Array.from({ length: count - 1 }, (_, index) => ({
    ts: index === 0 ? rootTs : at(index),
    thread_ts: rootTs,
    user: other,
    text: index === count - 2 ? 'it must be loud' : `message ${index}`,
    ...(index === 0 ? { reply_count: count - 1 } : {}),
  }))
  return [...said, { ts: at(60), thread_ts: rootTs, user: asker, text: '<@UBOT> what fits?' }]
}

const ask = (ts = at(60)) => aMention('what fits?', { thread_ts: rootTs, ts, event_ts: ts })

/** Slack's slow tier: 15 messages a call, one call a minute. */
async function slowSlack(count: number) {
  const all = await harness()
  const { slack } = all
  slack.threads.set(rootTs, discussion(count))
  let next = 0
  slack.on('conversations.replies', (args) => {
    if (Date.now() < next)
      return { status: 429, headers: { 'retry-after': String((next - Date.now()) / 1000) } }
    next = Date.now() + 60_000
    const seen = (slack.threads.get(String(args.ts)) ?? []).filter(
      ({ ts }) =>
        ts === args.ts || (Number(ts) >= Number(args.oldest ?? 0) && Number(ts) <= Number(args.latest)),
    )
    const next_cursor = seen.length > 15 ? 'more' : ''
    return { ok: true, messages: seen.slice(0, 15), response_metadata: { next_cursor } }
  })
  return { ...all, minute: () => vi.setSystemTime(Date.now() + 61_000) }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('in Slack’s slow tier', () => {
  it('a short thread is read whole', async () => {
    const { deliver, slack } = await slowSlack(8)
    await deliver(ask())
    expect(text(slack.of('chat.postMessage'))).toContain('Read 7 messages, used 1.')
  })

  it('a longer one is answered from what could be read, which is said in one line', async () => {
    const { deliver, slack } = await slowSlack(40)
    await deliver(ask())
    const [card] = slack.of('chat.postMessage')
    expect(text(card)).toContain('Read the first 15 of 40 messages, used 0.')
    expect(text(card)).toContain('Slack lets me read on in 60 s. Ask again then.')
    expect(slack.of('conversations.replies')).toHaveLength(2)
  })

  it('the next call reads on from there, until all is read', async () => {
    const { deliver, slack, minute } = await slowSlack(40)
    await deliver(ask())
    minute()
    await deliver(ask(at(61)))
    expect(text(slack.of('chat.postMessage')[1])).toContain('Read the first 28 of 40 messages, used 0.')
    minute()
    await deliver(ask(at(62)))
    // The first call to the bot is a message like others by now.
    expect(text(slack.of('chat.postMessage')[2])).toContain('Read 40 messages, used 1.')
    expect(slack.of('chat.postMessage')[2]?.text).toContain('Blip')
  })

  it('a call too early is answered from what was read before', async () => {
    const { deliver, slack } = await slowSlack(40)
    await deliver(ask())
    await deliver(ask(at(61)))
    expect(text(slack.of('chat.postMessage')[1])).toContain('Read the first 15 of 40 messages')
  })

  it('a card is corrected at once and keeps its quotes', async () => {
    const { deliver, slack } = await slowSlack(8)
    await deliver(ask())
    const card = slack.threads.get(rootTs)?.at(-1)
    await deliver(aPress(card?.blocks, 'form', { message: card ?? {}, thread: rootTs }))
    await deliver(aSubmission(aForm(slack.of('views.update').at(-1)?.view as Body, { damp: 'yes' })))
    expect(text(slack.of('chat.update'))).toContain('Name of UANA changed: Damp to yes')
    expect(text(slack.of('chat.update'))).toContain('it must be loud')
  })
})

describe('what is kept of threads', () => {
  /** Readings of a Slack that breaks off after 15 messages where it is told to. */
  function reading() {
    const slack = fakeSlack()
    const state = { isLimited: false }
    slack.on('conversations.replies', ({ ts, cursor, latest = 'Infinity' }) => {
      if (cursor) return { status: 429, headers: { 'retry-after': '60' } }
      const messages = discussion(40)
        .slice(0, state.isLimited ? 15 : 40)
        .filter((each) => each.ts === rootTs || Number(each.ts) <= Number(latest))
      return { ok: true, messages, response_metadata: { next_cursor: state.isLimited ? 'more' : '' }, ts }
    })
    const logger = slackLogger(createLog('error', () => undefined))
    const threads = createThreads(createClients({ botToken: 'xoxb-test', fetch: slack.fetch }, logger))
    return {
      slack,
      /** The texts of a thread up to a message. */
      read: async (ts: string, until?: string, isLimited = false) => {
        state.isLimited = isLimited
        const read = await threads.read({ channel, ts, until }, 'UBOT')
        return read.ok ? read.thread.said.map((said) => said.text) : []
      },
    }
  }

  it('gives nothing that came after the newest message asked for, though more was read before', async () => {
    const { read } = reading()
    expect(await read(rootTs, undefined, true)).toHaveLength(15)
    const upToFour = ['message 0', 'message 1', 'message 2', 'message 3', 'message 4']
    expect(await read(rootTs, at(4))).toEqual(upToFour)
    expect(await read(rootTs, at(4))).toEqual(upToFour)
  })

  it('leaves a part that reaches further to whoever reads on', async () => {
    const { read, slack } = reading()
    await read(rootTs, undefined, true)
    await read(rootTs, at(4))
    expect(await read(rootTs)).toHaveLength(40)
    expect(slack.of('conversations.replies').at(-1)).toMatchObject({ oldest: at(14) })
  })

  it('is of fifty threads, whether read whole or in part', async () => {
    const { read, slack } = reading()
    for (let count = 0; count < 30; count += 1) await read(`1.${count}`, at(60))
    for (let count = 30; count < 60; count += 1) await read(`1.${count}`, undefined, true)
    const before = slack.calls.length
    await read('1.0', at(60))
    expect(slack.calls.length).toBe(before + 1)
  })
})

describe('a reading of more than a second', () => {
  async function slowly(status?: Body) {
    const all = await harness()
    const { slack } = all
    if (status) slack.on('assistant.threads.setStatus', () => ({ ok: false, ...status }))
    const messages = discussion(40)
    slack.on('conversations.replies', (args) => {
      vi.setSystemTime(Date.now() + 600)
      const from = Number(args.cursor ?? 0)
      const next_cursor = from + 10 < messages.length ? String(from + 10) : ''
      return { ok: true, messages: messages.slice(from, from + 10), response_metadata: { next_cursor } }
    })
    await all.deliver(ask())
    return all
  }

  it('tells how far it is', async () => {
    const { slack } = await slowly()
    expect(slack.of('assistant.threads.setStatus')).toEqual([
      { channel_id: channel, thread_ts: rootTs, status: 'has read 20 of 40' },
      { channel_id: channel, thread_ts: rootTs, status: 'has read 30 of 40' },
    ])
    expect(text(slack.of('chat.postMessage'))).toContain('Read 39 messages')
  })

  it('says nothing where it may not, and answers all the same', async () => {
    const { slack } = await slowly(missingScope('assistant:write'))
    expect(text(slack.of('chat.postMessage'))).toContain('Read 39 messages')
    expect(slack.of('chat.postEphemeral')).toEqual([])
  })

  it('is told to nobody where it takes less', async () => {
    const { deliver, slack } = await harness()
    slack.threads.set(rootTs, discussion(40))
    await deliver(ask())
    expect(slack.of('assistant.threads.setStatus')).toEqual([])
  })
})
