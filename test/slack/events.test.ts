import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/core/domain/question.ts'
import { fakeAnswer } from './answers.ts'
import { blockTypes, missingScope, type ThreadMessage } from './fake-slack.ts'
import { harness } from './harness.ts'
import { aDirectMessage, aMention, anEvent, asker, channel, other, rootTs } from './payloads.ts'

const thread = (...said: ThreadMessage[]): ThreadMessage[] =>
  said.map((message) => ({ type: 'message', thread_ts: rootTs, ...message }))

const inThread = { thread_ts: rootTs }

/** A harness whose core keeps the questions that it was asked. */
async function listening() {
  const questions: Question[] = []
  const answer = (question: Question) => {
    questions.push(question)
    return fakeAnswer(question)
  }
  return { questions, ...(await harness({ deps: { answer } })) }
}

describe('a mention', () => {
  it('in a channel is answered in its thread, without links unfolding', async () => {
    const { deliver, slack } = await harness()
    await deliver(aMention('what is dorn'))
    expect(slack.of('chat.postMessage')).toMatchObject([
      { channel, thread_ts: '1700000500.000100', unfurl_links: 'false', unfurl_media: 'false' },
    ])
    expect(slack.of('conversations.replies')).toEqual([])
  })

  it('is answered once, whatever delivers it again', async () => {
    const { deliver, slack } = await harness()
    const body = aMention('what is dorn')
    await deliver(body)
    await deliver(body)
    await deliver(aMention('what is dorn', {}, { event_id: 'another' }))
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })

  it.each([
    ['an edit', { edited: { user: asker, ts: '1' } }],
    ['a bot', { bot_id: 'B2' }],
    ['a subtype', { subtype: 'bot_message' }],
    ['nobody', { user: undefined }],
    ['itself', { user: 'UBOT' }],
  ])('from %s is left alone', async (_, more) => {
    const { deliver, slack } = await harness()
    await deliver(aMention('what is dorn', more))
    expect(slack.of('chat.postMessage')).toEqual([])
  })

  it('in a thread reads people, their last words and pasted tables, and nothing else', async () => {
    const { deliver, slack, questions } = await listening()
    const table = {
      blocks: [
        {
          type: 'table',
          rows: [
            [
              { type: 'raw_text', text: 'Needs' },
              { type: 'raw_text', text: 'loud' },
            ],
          ],
        },
      ],
    }
    slack.threads.set(
      rootTs,
      thread(
        { ts: rootTs, user: asker, text: 'Which &amp; why?' },
        { ts: '1700000001.000100', user: other, text: 'joined', subtype: 'channel_join' },
        { ts: '1700000001.000200', user: other, text: 'left', subtype: 'channel_leave' },
        { ts: '1700000001.000300', user: 'USLACKBOT', text: 'was deleted', subtype: 'tombstone' },
        { ts: '1700000001.000400', user: 'USLACKBOT', text: 'Reminder: it must be loud' },
        { ts: '1700000002.000100', user: 'UBOT', bot_id: 'BBOT', text: 'a card' },
        { ts: '1700000003.000100', user: 'UAPP', bot_id: 'B2', text: 'loud bot' },
        { ts: '1700000004.000100', user: other, text: 'now it is quiet', edited: { user: other, ts: '2' } },
        { ts: '1700000005.000100', user: other, text: '', attachments: [table] },
        { ts: '1700000500.000100', user: asker, text: '<@UBOT> what fits?' },
      ),
    )
    await deliver(aMention('what fits?', inThread))
    expect(questions[0]?.text).toBe('what fits?')
    expect(questions[0]?.thread?.map(({ text }) => text)).toEqual([
      'Which & why?',
      'now it is quiet',
      'Needs | loud',
    ])
    expect(questions[0]?.thread?.[1]).toMatchObject({
      author: 'Name of UBEN',
      authorId: other,
      time: '22:13',
      permalink: `https://team.example/archives/C1/p1700000004000100?thread_ts=${rootTs}&cid=C1`,
    })
    expect(slack.of('chat.postMessage')).toMatchObject([{ channel, thread_ts: rootTs }])
  })

  it('in a long thread reads all pages and keeps the root and the newest thousand', async () => {
    const { deliver, slack, questions } = await listening()
    const said = Array.from({ length: 1205 }, (_, i) => ({
      ts: (1_700_000_000.0001 + i / 100).toFixed(6),
      user: other,
      text: `message ${i}`,
    }))
    slack.threads.set(rootTs, thread(...said))
    await deliver(aMention('what fits?', inThread))
    expect(slack.of('conversations.replies')).toHaveLength(7)
    expect(questions[0]?.thread).toHaveLength(1000)
    expect(questions[0]?.thread?.[0]?.text).toBe('message 0')
    expect(questions[0]?.thread?.at(-1)?.text).toBe('message 1204')
    expect(questions[0]?.unread).toBe(205)
  })

  it('in a thread of long messages stops at 200 KB', async () => {
    const { deliver, slack, questions } = await listening()
    const said = Array.from({ length: 20 }, (_, i) => ({
      ts: `17000000${10 + i}.000100`,
      user: other,
      text: 'é'.repeat(10_000),
    }))
    slack.threads.set(rootTs, thread(...said))
    await deliver(aMention('what fits?', inThread))
    expect(questions[0]?.thread).toHaveLength(10)
    expect(questions[0]?.unread).toBe(10)
  })

  it.each([
    ['a missing scope', missingScope('groups:history'), 'With groups:history I would read this thread'],
    ['several missing scopes', missingScope('channels:history,groups:history'), 'With the history scopes'],
    ['a channel without the bot', { ok: false, error: 'not_in_channel' }, 'I am not a member here'],
    ['a deleted root', { ok: false, error: 'thread_not_found' }, 'The start of this thread is gone'],
    ['a limit', { status: 429, headers: { 'retry-after': '9' } }, 'Slack lets me read again in 9 s'],
  ])('in a thread behind %s is answered alone, with what would help', async (_, refusal, note) => {
    const { deliver, slack, questions } = await listening()
    slack.on('conversations.replies', () => refusal)
    await deliver(aMention('we must be loud', inThread))
    expect(questions[0]?.thread).toBeUndefined()
    expect(JSON.stringify(slack.of('chat.postMessage')[0]?.blocks)).toContain(note)
  })

  it('without users:read shows times instead of names and asks for none of the others', async () => {
    const { deliver, slack, questions } = await listening()
    slack.on('users.info', () => missingScope('users:read'))
    slack.threads.set(rootTs, thread({ ts: rootTs, user: other, text: 'it must be loud' }))
    await deliver(aMention('what fits?', inThread))
    expect(slack.of('users.info')).toHaveLength(1)
    expect(questions[0]?.thread?.[0]?.author).toBeUndefined()
    expect(JSON.stringify(slack.of('chat.postMessage')[0]?.blocks)).toContain('With users:read I would name')
  })

  it('tells the asker privately when it may not post', async () => {
    const { deliver, slack } = await harness()
    slack.on('chat.postMessage', ({ channel: to }) =>
      to === channel ? { ok: false, error: 'is_archived' } : { ok: true, ts: '1.1' },
    )
    slack.on('chat.postEphemeral', () => ({ ok: false, error: 'is_archived' }))
    await deliver(aMention('what is dorn'))
    expect(slack.of('chat.postMessage').at(-1)).toMatchObject({ channel: asker })
    expect(slack.of('chat.postMessage').at(-1)?.text).toContain('archived')
  })

  it('that can be answered nowhere leaves one warning with the codes and no words', async () => {
    const { deliver, slack, logs } = await harness({ level: 'info' })
    slack.on('chat.postMessage', ({ channel: to }) => ({
      ok: false,
      error: to === channel ? 'not_in_channel' : 'channel_not_found',
    }))
    slack.on('chat.postEphemeral', () => ({ ok: false, error: 'is_archived' }))
    await deliver(aMention('what is dorn'))
    expect(logs.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      'warn nobody-told refused="not_in_channel, is_archived, channel_not_found"',
    ])
  })

  it.each([
    [{ ok: false, error: 'token_revoked' }, 'SLACK_BOT_TOKEN'],
    [missingScope('chat:write'), 'the scope chat:write'],
  ])('that meets %j names what to mend in the warning', async (refusal, named) => {
    const { deliver, slack, logs } = await harness({ level: 'info' })
    for (const method of ['chat.postMessage', 'chat.postEphemeral']) slack.on(method, () => refusal)
    await deliver(aMention('what is dorn'))
    const [failed, warning, ...more] = logs
    expect(failed).toMatch(/ error failed reference="\w+"/)
    expect(warning).toContain(` warn nobody-told reference="${/reference="(\w+)"/.exec(failed ?? '')?.[1]}"`)
    expect(warning).toContain(`refused="${refusal.error}, ${refusal.error}"`)
    for (const line of [failed, warning]) expect(line).toContain(named)
    expect(more).toEqual([])
  })

  it.each(['invalid_blocks', 'msg_blocks_too_long', 'invalid_attachments'])(
    'is answered in plain sections after %s',
    async (error) => {
      const { deliver, slack } = await harness()
      let tries = 0
      slack.on('chat.postMessage', () => {
        tries += 1
        return tries === 1 ? { ok: false, error } : { ok: true, ts: '1.1' }
      })
      await deliver(aMention('what is dorn'))
      const [, second] = slack.of('chat.postMessage')
      expect(blockTypes(second)).toEqual(['section'])
      expect(second?.text).not.toBe('')
    },
  )

  it('that fails gives the asker one line with the reference in the log', async () => {
    const { deliver, slack, logs } = await harness()
    await deliver(aMention('boom'))
    const [told] = slack.of('chat.postEphemeral')
    expect(told).toMatchObject({ channel, user: asker })
    const reference = /Reference: (\w+)/.exec(String(told?.text))?.[1]
    expect(logs.filter((line) => line.includes(`reference="${reference}"`))).toHaveLength(1)
    expect(slack.of('chat.postMessage')).toEqual([])
  })
})

describe('a direct message', () => {
  it('is answered where it stands', async () => {
    const { deliver, slack } = await harness()
    await deliver(aDirectMessage('what is dorn'))
    const [sent] = slack.of('chat.postMessage')
    expect(sent).toMatchObject({ channel: 'D1' })
    expect(sent?.thread_ts).toBeUndefined()
  })

  it.each([aDirectMessage, aMention])('that only thanks is left without an answer', async (call) => {
    const { deliver, slack } = await harness()
    await deliver(call('ta!'))
    expect(slack.of('chat.postMessage')).toEqual([])
  })

  it('in a thread is answered with the thread read', async () => {
    const { deliver, slack, questions } = await listening()
    slack.threads.set(rootTs, thread({ ts: rootTs, user: asker, text: 'it must be loud' }))
    await deliver(aDirectMessage('so which?', inThread))
    expect(questions[0]?.thread).toHaveLength(1)
    expect(slack.of('chat.postMessage')).toMatchObject([{ channel: 'D1', thread_ts: rootTs }])
  })

  it.each([
    ['an edit', { subtype: 'message_changed' }],
    ['a removal', { subtype: 'message_deleted' }],
    ['another bot', { bot_id: 'B2' }],
    ['a channel', { channel_type: 'channel', channel }],
  ])('from %s is left alone', async (_, more) => {
    const { deliver, slack } = await harness()
    await deliver(aDirectMessage('what is dorn', more))
    expect(slack.of('chat.postMessage')).toEqual([])
  })
})

describe('the Home tab', () => {
  it('is drawn when it is opened, and not for the Messages tab', async () => {
    const { deliver, slack } = await harness()
    await deliver(anEvent({ type: 'app_home_opened', user: asker, channel: 'D1', tab: 'messages' }))
    await deliver(anEvent({ type: 'app_home_opened', user: asker, channel: 'D1', tab: 'home' }))
    expect(slack.of('views.publish')).toMatchObject([{ user_id: asker, view: { type: 'home' } }])
    expect(JSON.stringify(slack.of('views.publish'))).toContain('/weigh')
  })
})
