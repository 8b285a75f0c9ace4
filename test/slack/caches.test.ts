import { describe, expect, it, vi } from 'vitest'
import { createRecall } from '../../src/slack/recall.ts'
import { createSeen } from '../../src/slack/seen.ts'
import { harness } from './harness.ts'
import { aMention, aPress, other, rootTs } from './payloads.ts'

describe('createSeen', () => {
  it('knows a delivery by any of its keys', () => {
    const seen = createSeen()
    expect(seen.first('event 1', 'message 1')).toBe(true)
    expect(seen.first('event 2', 'message 1')).toBe(false)
    expect(seen.first('event 2')).toBe(false)
  })

  it('forgets what failed and what is old', () => {
    vi.useFakeTimers()
    try {
      const seen = createSeen(10)
      seen.first('a')
      seen.forget('a')
      expect(seen.first('a')).toBe(true)
      vi.advanceTimersByTime(11_000)
      expect(seen.first('a')).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it('stays within its size', () => {
    const seen = createSeen(60, 3)
    for (const key of ['a', 'b', 'c', 'd']) expect(seen.first(key)).toBe(true)
    expect(seen.first('d')).toBe(false)
  })
})

describe('createSeen at its limit', () => {
  it('gives up the oldest keys, never those taken just before', () => {
    const seen = createSeen(60, 4)
    for (const key of ['a', 'b', 'c', 'd', 'e']) seen.first(key)
    expect([seen.first('d'), seen.first('e')]).toEqual([false, false])
    expect(seen.first('a')).toBe(true)
  })
})

describe('createRecall', () => {
  it('keeps the words of one person for one answer, whatever the order of facts', () => {
    const recall = createRecall()
    const state = { v: 1 as const, kind: 'verdict' as const, slug: 's' }
    recall.keep('U1', { ...state, facts: { a: 'yes', b: 'no' } }, 'words')
    expect(recall.asked('U1', { ...state, facts: { b: 'no', a: 'yes' } })).toBe('words')
    expect(recall.asked('U2', { ...state, facts: { b: 'no', a: 'yes' } })).toBeUndefined()
    expect(recall.asked('U1', { ...state, facts: { a: 'yes' } })).toBeUndefined()
  })
})

describe('reading threads', () => {
  it('asks for a thread and its names once for all presses on one card', async () => {
    const { deliver, slack } = await harness()
    slack.threads.set(rootTs, [{ ts: rootTs, user: other, text: 'it must be loud' }])
    await deliver(aMention('what fits?', { thread_ts: rootTs }))
    const [card] = slack.of('chat.postMessage')
    const message = { ...card, ts: '1700000600.000100' }
    await deliver(aPress(card?.blocks, 'why', { message, thread: rootTs }))
    const before = slack.calls.length
    await deliver(aPress(card?.blocks, 'why', { message, thread: rootTs }))
    expect(slack.calls.slice(before).map(({ method }) => method)).toEqual(['views.open', 'views.update'])
  })

  it('reads a thread anew for a newer call', async () => {
    const { deliver, slack } = await harness()
    slack.threads.set(rootTs, [{ ts: rootTs, user: other, text: 'it must be loud' }])
    await deliver(aMention('what fits?', { thread_ts: rootTs }))
    await deliver(aMention('what fits?', { thread_ts: rootTs, ts: '1700000501.000100' }))
    expect(slack.of('conversations.replies')).toHaveLength(2)
  })
})
