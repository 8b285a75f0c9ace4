import { describe, expect, it, vi } from 'vitest'
import type { Says } from '../../src/slack/bot.ts'
import { knowledgeViews } from '../../src/slack/knowledge-views.ts'
import { fakeAnswer, fakeEntry, knowledge, slug } from './answers.ts'
import { harness } from './harness.ts'
import { aChoiceOf, aCommand, aMention, anEvent, aPress, asker, rootTs } from './payloads.ts'

/** Knowledge whose every text bears its name. */
function version(name: string): Says {
  const [comparison] = knowledge.comparisons
  const named = { ...knowledge, comparisons: [{ ...comparison!, owner: `Owner of ${name}` }] }
  const views = knowledgeViews(named, '/weigh')
  return {
    answer: fakeAnswer,
    entry: fakeEntry,
    views: {
      ...views,
      card: (answer, context) => ({ ...views.card(answer, context), text: `said by ${name}` }),
    },
  }
}

/** A harness whose knowledge can be swapped. */
async function swappable() {
  let says = version('old')
  const all = await harness({ deps: { says: () => says } })
  return {
    ...all,
    swap: (name: string) => {
      says = version(name)
    },
  }
}

describe('knowledge that is swapped', () => {
  it('answers what comes next, and leaves what is in flight to the old', async () => {
    const { deliver, slack, swap } = await swappable()
    slack.threads.set(rootTs, [{ ts: rootTs, user: asker, text: 'it must be loud' }])
    let go: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    slack.on('conversations.replies', async () => {
      await held
      return { ok: true, messages: slack.threads.get(rootTs), response_metadata: { next_cursor: '' } }
    })
    const first = deliver(aMention('so?', { thread_ts: rootTs }))
    await expect.poll(() => slack.of('conversations.replies').length).toBeGreaterThan(0)
    swap('new')
    await deliver(aCommand(slug))
    expect(slack.responded.map(({ text }) => text)).toEqual(['said by new'])
    expect(slack.of('chat.postMessage')).toEqual([])
    go()
    await first
    expect(slack.of('chat.postMessage').map(({ text }) => text)).toEqual(['said by old'])
  })

  it('leaves no timer of the old behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { deliver, swap } = await swappable()
      const opened = () =>
        deliver(anEvent({ type: 'app_home_opened', user: asker, tab: 'home', channel: 'D1' }))
      await opened()
      const before = vi.getTimerCount()
      for (const name of ['newer', 'newest']) {
        swap(name)
        await opened()
      }
      expect(vi.getTimerCount()).toBe(before)
    } finally {
      vi.useRealTimers()
    }
  })

  it('draws App Home anew', async () => {
    const { deliver, slack, swap } = await swappable()
    const opened = () =>
      deliver(anEvent({ type: 'app_home_opened', user: asker, tab: 'home', channel: 'D1' }))
    await opened()
    swap('new')
    await opened()
    const [before, after] = slack.of('views.publish').map(({ view }) => JSON.stringify(view))
    expect(before).toContain('Owner of old')
    expect(after).toContain('Owner of new')
  })

  it('takes the buttons of cards from before', async () => {
    const { deliver, slack, swap } = await swappable()
    await deliver(aCommand(slug))
    const [card] = slack.responded
    swap('new')
    await deliver(aPress(card?.blocks, 'more', {}, 'topics'))
    expect(JSON.stringify(slack.of('views.update').at(-1) ?? slack.of('views.open').at(-1))).toContain(
      'Owner of new',
    )
  })

  it('goes on with a form that was opened before', async () => {
    const { deliver, slack, swap } = await swappable()
    await deliver(aCommand('loud?'))
    await deliver(aPress(slack.responded[0]?.blocks, 'form'))
    const opened = slack.of('views.update').at(-1)
    swap('new')
    await deliver(aChoiceOf(opened?.view as Record<string, unknown>, 'damp', 'yes'))
    expect(slack.of('views.update').length).toBe(2)
    expect(JSON.stringify(slack.of('views.update').at(-1))).not.toContain('another version')
  })
})
