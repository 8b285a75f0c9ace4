import { describe, expect, it } from 'vitest'
import { missingScope } from './fake-slack.ts'
import { harness } from './harness.ts'
import { aChoiceOf, aForm, aShortcut, aSubmission, asker, channel, other, rootTs } from './payloads.ts'

const message = { ts: '1700000001.000100', thread_ts: rootTs, user: other, text: 'it must be loud' }

interface Modal {
  private_metadata?: string
  submit?: unknown
  blocks: unknown
}

/** The form of a weighed thread of two messages. */
async function weighed(said = message.text) {
  const all = await harness()
  const root = { ts: rootTs, thread_ts: rootTs, user: asker, text: 'Which one?' }
  all.slack.threads.set(rootTs, [root, { ...message, text: said }])
  await all.deliver(aShortcut(message))
  return { ...all, modal: () => ({ ...(all.slack.of('views.update').at(-1)?.view as Modal) }) }
}

describe('Weigh this thread', () => {
  it('opens a modal at once and shows the verdict and its facts in it, posting nothing', async () => {
    const { slack, modal } = await weighed()
    const methods = slack.calls.map(({ method }) => method)
    expect(methods.indexOf('views.open')).toBeLessThan(methods.indexOf('conversations.replies'))
    expect(modal()).toMatchObject({
      submit: { text: 'Post to thread' },
      close: { text: 'Cancel' },
    })
    expect(JSON.stringify(modal())).toContain('Blip')
    expect(JSON.stringify(modal())).toContain('it must be loud')
    expect(modal().private_metadata).not.toContain('must be')
    expect(slack.of('chat.postMessage')).toEqual([])
  })

  it('posts to the thread once, with who shared it', async () => {
    const { deliver, slack, modal } = await weighed()
    const view = aForm(modal())
    expect(await deliver(aSubmission(view))).toEqual([undefined])
    await deliver(aSubmission(view))
    const posted = slack.of('chat.postMessage')
    expect(posted).toMatchObject([{ channel, thread_ts: rootTs }])
    expect(JSON.stringify(posted[0])).toContain('Shared by Name of UANA')
    expect(JSON.stringify(posted[0])).toContain('it must be loud')
    expect(JSON.stringify(posted[0])).not.toContain('changed:')
  })

  it('posts the verdict as the form shows it, corrected or not', async () => {
    for (const chosen of [{}, { loud: 'maybe', damp: 'yes' }]) {
      const { deliver, slack, modal } = await weighed()
      for (const [fact, value] of Object.entries(chosen)) await deliver(aChoiceOf(modal(), fact, value))
      const [first] = modal().blocks as unknown[]
      await deliver(aSubmission(aForm(modal())))
      const posted = slack.of('chat.postMessage')[0]?.blocks as unknown[]
      expect(posted[0]).toEqual(first)
    }
  })

  it('posts the verdict as corrected in the form, with who corrected what', async () => {
    const { deliver, slack, modal } = await weighed()
    await deliver(aSubmission(aForm(modal(), { loud: 'no', damp: 'yes' })))
    const posted = JSON.stringify(slack.of('chat.postMessage'))
    expect(posted).toContain('Given: Damp; Loud: no')
    expect(posted).toContain('Name of UANA changed: Loud to no, Damp to yes')
  })

  it('says of a thread that states nothing what would help, and offers nothing to post', async () => {
    const { modal } = await weighed('hello everyone')
    const shown = JSON.stringify(modal())
    expect(shown).toContain('Nothing in this thread states a need.')
    expect(shown).toContain('It helps to write there what it must do')
    expect(shown).not.toContain('Either')
    expect(modal().submit).toBeUndefined()
    expect(modal()).toMatchObject({ close: { text: 'Close' } })
  })

  it('posts a thread that states nothing once somebody says what holds', async () => {
    const { deliver, slack, modal } = await weighed('hello everyone')
    await deliver(aChoiceOf(modal(), 'loud', 'yes'))
    expect(JSON.stringify(modal())).not.toContain('Nothing in this thread')
    expect(modal()).toMatchObject({ submit: { text: 'Post to thread' } })
    await deliver(aSubmission(aForm(modal())))
    expect(slack.of('chat.postMessage')).toMatchObject([{ channel, thread_ts: rootTs }])
  })

  it.each([
    ['where the bot is no member', { ok: false, error: 'not_in_channel' }, 'I am not a member here'],
    ['without the scope', missingScope('channels:history'), 'With channels:history'],
    ['without its root', { ok: false, error: 'thread_not_found' }, 'Ask in a new one'],
  ])('%s weighs the message alone, says so, and offers no posting', async (_, refusal, note) => {
    const { deliver, slack } = await harness()
    slack.on('conversations.replies', () => refusal)
    await deliver(aShortcut(message))
    const modal = slack.of('views.update')[0]?.view as Modal
    expect(JSON.stringify(modal.blocks)).toContain(note)
    expect(JSON.stringify(modal.blocks)).toContain('Blip')
    expect(modal.submit).toMatchObject({ text: 'Show verdict' })
    const acks = await deliver(aSubmission(aForm({ ...modal }, { loud: 'no' })))
    expect(acks).toMatchObject([{ response_action: 'update', view: { title: { text: 'Answer' } } }])
    expect(slack.of('chat.postMessage')).toEqual([])
  })

  it('gives the card to whoever filled it in where the thread may not be posted to, with why', async () => {
    const { deliver, slack, modal } = await weighed()
    slack.on('chat.postMessage', () => ({ ok: false, error: 'thread_not_found' }))
    await deliver(aSubmission(aForm(modal(), { damp: 'yes' })))
    expect(slack.of('chat.postEphemeral')).toMatchObject([{ user: asker, thread_ts: rootTs }])
    expect(slack.of('chat.postEphemeral')[0]?.text).toContain('is gone')
    expect(JSON.stringify(slack.of('chat.postEphemeral')[0]?.blocks)).toContain('changed: Damp to yes')
  })
})
