import { describe, expect, it } from 'vitest'
import { missingScope } from './fake-slack.ts'
import { harness } from './harness.ts'
import { aPress, aShortcut, aSubmission, asker, channel, other, rootTs } from './payloads.ts'

const message = { ts: '1700000001.000100', thread_ts: rootTs, user: other, text: 'it must be loud' }

interface Modal {
  private_metadata?: string
  submit?: unknown
  blocks: unknown
}

/** The modal of a weighed thread of two messages. */
async function weighed() {
  const all = await harness()
  all.slack.threads.set(rootTs, [{ ts: rootTs, thread_ts: rootTs, user: asker, text: 'Which one?' }, message])
  await all.deliver(aShortcut(message))
  return { ...all, modal: () => all.slack.of('views.update').at(-1)?.view as Modal }
}

describe('Weigh this thread', () => {
  it('opens a modal at once and shows the verdict in it, posting nothing', async () => {
    const { slack, modal } = await weighed()
    const methods = slack.calls.map(({ method }) => method)
    expect(methods.indexOf('views.open')).toBeLessThan(methods.indexOf('conversations.replies'))
    expect(modal().submit).toBeDefined()
    expect(JSON.stringify(modal())).toContain('Blip')
    expect(modal().private_metadata).not.toContain('loud"')
    expect(slack.of('chat.postMessage')).toEqual([])
  })

  it('posts to the thread once, with who shared it', async () => {
    const { deliver, slack, modal } = await weighed()
    const view = { ...modal() }
    expect(await deliver(aSubmission(view))).toEqual([undefined])
    await deliver(aSubmission(view))
    const posted = slack.of('chat.postMessage')
    expect(posted).toMatchObject([{ channel, thread_ts: rootTs }])
    expect(JSON.stringify(posted[0])).toContain('Shared by Name of UANA')
    expect(JSON.stringify(posted[0])).toContain('it must be loud')
  })

  it('posts what the modal shows, line by line', async () => {
    const { deliver, slack, modal } = await weighed()
    await deliver(aSubmission({ ...modal() }))
    const lines = (blocks: unknown) =>
      [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\\\]|\\\\.)*)"/g)].map(([, text]) => text)
    const posted = slack.of('chat.postMessage')[0]?.blocks
    const blocks = typeof posted === 'string' ? JSON.parse(posted) : posted
    // A modal is no message that could be removed.
    const kept = lines(blocks).filter((line) => line !== 'Remove')
    expect(lines(modal().blocks).sort()).toEqual(kept.sort())
    expect(lines(blocks).join('\n')).toContain('Shared by')
  })

  it('posts the verdict as corrected in the modal', async () => {
    const { deliver, slack, modal } = await weighed()
    await deliver(aPress(modal().blocks, 'choice/0', { view: { id: 'V1', type: 'modal', ...modal() } }))
    expect(JSON.stringify(modal())).toContain('You answered: Damp')
    expect(JSON.stringify(modal())).toContain('it must be loud')
    await deliver(aSubmission({ ...modal() }))
    expect(JSON.stringify(slack.of('chat.postMessage'))).toContain('Given: Damp')
  })

  it.each([
    ['where the bot is no member', { ok: false, error: 'not_in_channel' }, 'I am not a member here'],
    ['without the scope', missingScope('channels:history'), 'With channels:history'],
  ])('%s weighs the message alone, says so, and offers no posting', async (_, refusal, note) => {
    const { deliver, slack } = await harness()
    slack.on('conversations.replies', () => refusal)
    await deliver(aShortcut(message))
    const modal = slack.of('views.update')[0]?.view as Modal
    expect(JSON.stringify(modal.blocks)).toContain(note)
    expect(JSON.stringify(modal.blocks)).toContain('Blip')
    expect(modal.submit).toBeUndefined()
  })

  it('tells privately when the thread may not be posted to', async () => {
    const { deliver, slack, modal } = await weighed()
    slack.on('chat.postMessage', () => ({ ok: false, error: 'thread_not_found' }))
    await deliver(aSubmission({ ...modal() }))
    expect(slack.of('chat.postEphemeral')).toMatchObject([{ user: asker, thread_ts: rootTs }])
    expect(slack.of('chat.postEphemeral')[0]?.text).toContain('is gone')
  })
})
