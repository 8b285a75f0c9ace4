import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fields, list } from '../../src/cards/block-kit/read.ts'
import { startWorkspace } from '../../src/workspace/workspace.ts'
import { manifest, type Running, secrets, seed, startBoth } from './fake-app.ts'

describe.each(['http', 'socket'] as const)('a Bolt app over %s', (mode) => {
  let running: Running
  let ann: string
  let channel: string
  let root: string
  beforeAll(async () => {
    running = await startBoth(mode)
    ann = running.workspace.people[0]?.id ?? ''
    channel = running.workspace.opening.channel
    root = running.workspace.opening.thread
  })
  afterAll(() => running.stop())
  const last = (name: string) => fields(running.seen.findLast((each) => each.name === name)?.payload)

  it('answers a mention in its thread, with metadata kept', async () => {
    const { workspace, client } = running
    await workspace.post({
      user: ann,
      channel,
      thread: root,
      text: '@weigher what should we pick? <b> & #design, not @Weighers',
    })
    const answer = await workspace.waitFor(() =>
      workspace.messages(channel, { thread: root }).find((each) => each.user === workspace.botUser),
    )
    expect(answer).toMatchObject({
      text: 'Tea is the better fit.',
      thread_ts: root,
      bot_id: expect.any(String),
    })
    expect(last('mention')).toMatchObject({
      text: `<@${workspace.botUser}> what should we pick? &lt;b&gt; &amp; <#${channel}|design>, not @Weighers`,
    })
    const plain = await client.conversations.replies({ channel, ts: root })
    const full = await client.conversations.replies({ channel, ts: root, include_all_metadata: true })
    expect(plain.messages?.at(-1)?.metadata).toBeUndefined()
    expect(full.messages?.at(-1)?.metadata).toMatchObject({ event_payload: { facts: 'tea' } })
    expect(full.messages?.[0]).toMatchObject({ ts: root, reply_count: 3 })
  })

  it('pages through a thread', async () => {
    const { client } = running
    const first = await client.conversations.replies({ channel, ts: root, limit: 2 })
    const cursor = first.response_metadata?.next_cursor ?? ''
    const rest = await client.conversations.replies({ channel, ts: root, limit: 2, cursor })
    expect([first.has_more, rest.has_more]).toEqual([true, false])
    expect(rest.messages?.[0]?.ts).not.toBe(first.messages?.[1]?.ts)
  })

  it('answers a slash command in private, also where the bot is no member', async () => {
    const { workspace, client } = running
    expect(await workspace.post({ user: ann, channel: 'quiet', text: '/weigh a-vs-b' })).toEqual({ ok: true })
    const answer = await workspace.waitFor(() => workspace.messages('quiet').find((each) => each.to === ann))
    expect(answer.blocks).toHaveLength(5)
    const bo = workspace.people[1]?.id ?? ''
    expect(workspace.messages('quiet', { user: bo })).toEqual([])
    const quiet = workspace.conversations.find((each) => each.name === 'quiet')?.id ?? ''
    await expect(client.conversations.history({ channel: quiet })).rejects.toThrow('not_in_channel')
    await expect(client.chat.postMessage({ channel: quiet, text: 'a' })).rejects.toThrow('not_in_channel')
  })

  it('never returns private lines, and presses on them carry no message', async () => {
    const { workspace, client } = running
    await workspace.post({ user: ann, channel, text: '/weigh a-vs-b' })
    const line = await workspace.waitFor(() => workspace.messages(channel).find((each) => each.to === ann))
    const history = await client.conversations.history({ channel })
    expect(history.messages?.map((each) => each.ts)).not.toContain(line.ts)
    await workspace.press({ user: ann, place: { channel, ts: line.ts }, action: 'Share here' })
    expect(last('share').message).toBeUndefined()
    expect(fields(last('share').container).is_ephemeral).toBe(true)
    expect(fields(list(last('share').actions)[0])).toMatchObject({ value: 'v1', type: 'button' })
    await workspace.waitFor(() =>
      workspace.messages(channel).find((each) => fields(fields(each.blocks?.[0]).text).text === '*Shared*'),
    )
    await workspace.press({ user: ann, place: { channel, ts: line.ts }, action: 'more', choice: ['remove'] })
    await workspace.waitFor(() => (workspace.messages(channel).includes(line) ? undefined : true))
  })

  it('lets the one person who sees a private line dismiss it, and nobody else', async () => {
    const { workspace } = running
    await workspace.post({ user: ann, channel, text: '/weigh a-vs-b' })
    const line = await workspace.waitFor(() =>
      workspace.messages(channel).findLast((each) => each.to === ann),
    )
    const bo = workspace.people[1]?.id ?? ''
    expect(await workspace.dismiss({ user: bo, channel, ts: line.ts })).toMatchObject({ ok: false })
    expect(workspace.messages(channel)).toContain(line)
    expect(await workspace.dismiss({ user: ann, channel, ts: line.ts })).toEqual({ ok: true })
    expect(workspace.messages(channel)).not.toContain(line)
  })

  it('opens a modal from a shortcut, keeps required inputs, shows errors, updates', async () => {
    const { workspace } = running
    await workspace.shortcut({ user: ann, channel, ts: root, callbackId: 'weigh' })
    expect(last('shortcut')).toMatchObject({ message: { ts: root }, callback_id: 'weigh' })
    await workspace.waitFor(() => workspace.modal(ann))
    expect(await workspace.submit({ user: ann })).toMatchObject({
      errors: { about: expect.stringContaining('required') },
    })
    const refused = await workspace.submit({ user: ann, given: { 'about/text': ['nothing'] } })
    expect(refused).toEqual({ ok: false, errors: { about: 'Say a little more.' } })
    expect(await workspace.submit({ user: ann, given: { 'about/text': ['A shop'] } })).toEqual({ ok: true })
    expect(last('submitted')).toMatchObject({
      about: { text: { value: 'A shop' } },
      team: { pick: { selected_option: { value: 'tea' } } },
    })
    expect(workspace.modal(ann)?.title?.text).toBe('Done')
    await workspace.closeView({ user: ann })
    expect(workspace.modal(ann)).toBeUndefined()
  })

  it('publishes Home when it is opened, and opens a modal from it', async () => {
    const { workspace } = running
    await workspace.openHome({ user: ann })
    await workspace.waitFor(() => workspace.home(ann))
    await workspace.press({ user: ann, place: { view: 'home' }, action: 'why' })
    expect(fields(last('why').container).type).toBe('view')
    await workspace.waitFor(() => workspace.modal(ann))
    await workspace.closeView({ user: ann })
  })

  it('answers a direct message', async () => {
    const { workspace } = running
    await workspace.post({ user: ann, channel: ann, text: 'tea or coffee?' })
    expect(last('message')).toMatchObject({ channel_type: 'im', text: 'tea or coffee?' })
    await workspace.waitFor(() => workspace.messages(ann).find((each) => each.user === workspace.botUser))
  })

  it('delivers an event again with the same id', async () => {
    const { workspace } = running
    await workspace.post({ user: ann, channel: ann, text: 'again?' })
    await workspace.repeatLastEvent()
    const sent = workspace.activity().filter((each) => each.kind.startsWith('events_api'))
    const [first, second] = sent.slice(-2).map((each) => fields(each.payload).event_id)
    expect(second).toBe(first)
  })

  it('tells of an edit as message_changed and a second mention', async () => {
    const { workspace } = running
    const { ts = '' } = fieldsOfOutcome(await workspace.post({ user: ann, channel, text: '@Weigher hm' }))
    const before = running.seen.filter((each) => each.name === 'mention').length
    await workspace.edit({ user: ann, channel, ts, text: '@Weigher hm, hm' })
    expect(running.seen.filter((each) => each.name === 'mention')).toHaveLength(before + 1)
    expect(last('mention')).toMatchObject({ ts, edited: { user: ann } })
  })

  it('shows a late ack as a private line', async () => {
    const { workspace } = running
    const outcome = await workspace.post({ user: ann, channel, text: '/weigh late' })
    expect(outcome).toEqual({ ok: false, error: 'operation_timeout' })
    expect(workspace.messages(channel, { user: ann }).at(-1)).toMatchObject({
      to: ann,
      text: expect.stringContaining('operation_timeout'),
    })
  })
})

describe('what Slack refuses', () => {
  let running: Running
  let ann: string
  let channel: string
  let root: string
  beforeAll(async () => {
    running = await startBoth('http', { declined: ['channels:history'] })
    ann = running.workspace.people[0]?.id ?? ''
    channel = running.workspace.opening.channel
    root = running.workspace.opening.thread
  })
  afterAll(() => running.stop())
  const call = async (method: string, args: object, token = secrets.botToken) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(running.workspace.apiUrl + method, {
      method: 'POST',
      headers,
      body: JSON.stringify(args),
    })
    return { status: response.status, body: fields(await response.json()) }
  }
  const trigger = async () => {
    const { workspace } = running
    await workspace.shortcut({ user: ann, channel, ts: root, callbackId: 'weigh' })
    await workspace.waitFor(() => workspace.modal(ann))
    const payload = fields(running.seen.findLast((each) => each.name === 'shortcut')?.payload)
    return String(payload.trigger_id)
  }
  const view = { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [] }

  it('a slash command in a thread, and an unknown one', async () => {
    const { workspace } = running
    const commands = () => running.seen.filter((each) => each.name === 'command').length
    await workspace.post({ user: ann, channel, thread: root, text: '/weigh a' })
    await workspace.post({ user: ann, channel, text: '/other a' })
    const lines = workspace.messages(channel, { user: ann }).filter((each) => each.to)
    expect(lines.map((each) => each.text)).toEqual([
      '`/weigh` is not supported in threads. Sorry!',
      '`/other` is not a valid command.',
    ])
    expect(commands()).toBe(0)
  })

  it('a mention where the bot is no member', async () => {
    const { workspace } = running
    await workspace.post({ user: ann, channel: 'quiet', text: '@Weigher hello' })
    expect(workspace.messages('quiet').at(-1)?.text).toContain('not in this channel')
    expect(running.seen.some((each) => each.name === 'mention')).toBe(false)
  })

  it('a method whose scope was declined, naming what is needed', async () => {
    const { body } = await call('conversations.replies', { channel, ts: root })
    expect(body).toMatchObject({ error: 'missing_scope', needed: 'channels:history' })
    expect(String(body.provided).split(',')).toContain('users:read')
  })

  it('reactions that the manifest does not ask for', async () => {
    expect((await call('reactions.add', { channel, timestamp: root, name: 'eyes' })).body.error).toBe(
      'missing_scope',
    )
  })

  it.each([
    { method: 'chat.postMessage', args: { text: 'a' }, token: 'xoxb-other', error: 'invalid_auth' },
    {
      method: 'chat.postMessage',
      args: { text: 'a' },
      token: secrets.appToken,
      error: 'not_allowed_token_type',
    },
    { method: 'apps.connections.open', args: {}, error: 'not_allowed_token_type' },
    { method: 'files.upload', args: {}, error: 'unknown_method' },
    { method: 'chat.postMessage', args: { channel: 'nowhere', text: 'a' }, error: 'channel_not_found' },
    { method: 'chat.postMessage', args: { channel: '#design' }, error: 'no_text' },
    {
      method: 'chat.postMessage',
      args: { channel: '#design', text: 'a', thread_ts: '1.2' },
      error: 'thread_not_found',
    },
    {
      method: 'chat.postEphemeral',
      args: { channel: '#design', text: 'a', user: 'U404' },
      error: 'user_not_in_channel',
    },
    { method: 'chat.update', args: { channel: '#design', ts: '1.2', text: 'a' }, error: 'message_not_found' },
    { method: 'views.open', args: { trigger_id: 'x', view }, error: 'invalid_trigger_id' },
    { method: 'views.update', args: { view_id: 'V404', view }, error: 'not_found' },
    { method: 'users.info', args: { user: 'U404' }, error: 'user_not_found' },
  ])('$method answers $error', async ({ method, args, token, error }) => {
    expect(await call(method, args, token)).toMatchObject({ status: 200, body: { ok: false, error } })
  })

  it('blocks that break a limit, with pointers', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '' } }]
    const { body } = await call('chat.postMessage', { channel, text: 'a', blocks })
    expect(body.error).toBe('invalid_blocks')
    expect(list(fields(body.response_metadata).messages)[0]).toContain('[json-pointer:/blocks/0/text/text]')
    const validated = await call('blocks.validate', { blocks })
    expect(validated.body).toMatchObject({
      error: 'invalid_blocks',
      errors: [{ pointer: '/blocks/0/text/text' }],
    })
  })

  it('a second table, and a table in a view', async () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }
    expect((await call('chat.postMessage', { channel, text: 'a', blocks: [table, table] })).body.error).toBe(
      'invalid_attachments',
    )
    const home = { type: 'home', blocks: [table] }
    expect((await call('views.publish', { user_id: ann, view: home })).body.error).toBe('invalid_arguments')
  })

  it('a trigger used twice or after three seconds', async () => {
    const used = await trigger()
    expect((await call('views.open', { trigger_id: used, view })).body.error).toBe('exchanged_trigger_id')
    await running.workspace.closeView({ user: ann })
    const { workspace } = running
    await workspace.post({ user: ann, channel, text: '/weigh a-vs-b' })
    const old = fields(running.seen.findLast((each) => each.name === 'command')?.payload).trigger_id
    await new Promise((resolve) => setTimeout(resolve, 3050))
    expect((await call('views.open', { trigger_id: old, view })).body.error).toBe('expired_trigger_id')
  })

  it('a fourth modal on the stack', async () => {
    const { workspace } = running
    const push = async () => {
      await workspace.post({ user: ann, channel, text: '/weigh a-vs-b' })
      const id = fields(running.seen.findLast((each) => each.name === 'command')?.payload).trigger_id
      return (await call('views.push', { trigger_id: id, view })).body
    }
    await trigger()
    expect([(await push()).ok, (await push()).ok, (await push()).error]).toEqual([
      true,
      true,
      'push_limit_reached',
    ])
  })

  it('a response_url used a sixth time, and bad blocks on it', async () => {
    const { workspace } = running
    await workspace.post({ user: ann, channel, text: '/weigh a-vs-b' })
    const url = String(fields(running.seen.findLast((each) => each.name === 'command')?.payload).response_url)
    await workspace.waitFor(() => workspace.activity().findLast((each) => each.kind === 'response_url'))
    const use = async (body: object) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
      return [response.status, await response.text()]
    }
    expect(await use({ text: 'a', blocks: [{ type: 'section' }] })).toEqual([400, 'invalid_blocks'])
    expect(await use({ text: 'said aloud', response_type: 'in_channel', thread_ts: root })).toEqual([
      200,
      'ok',
    ])
    expect(workspace.messages(channel).at(-1)).toMatchObject({ text: 'said aloud', thread_ts: root })
    await use({ text: 'b' })
    await use({ text: 'c' })
    expect(await use({ text: 'd' })).toEqual([429, 'used_url'])
    expect((await fetch(`${workspace.url}/hooks/none`, { method: 'POST', body: '{}' })).status).toBe(404)
  })

  it('a call in a burst, once, with Retry-After', async () => {
    running.workspace.limitNext('auth.test', 2)
    await expect(running.client.auth.test()).rejects.toMatchObject({ retryAfter: 2 })
    expect((await running.client.auth.test()).ok).toBe(true)
  })

  it('a request URL on another machine', () => {
    expect(() => running.workspace.setRequestUrl('https://example.org/slack/events')).toThrow(
      'not on this machine',
    )
  })

  it('a press on something that is not there, naming what is', async () => {
    const { workspace } = running
    const before = workspace.messages(channel).length
    await workspace.post({ user: ann, channel, text: '/weigh a-vs-b' })
    const line = await workspace.waitFor(() => workspace.messages(channel)[before])
    await expect(
      workspace.press({ user: ann, place: { channel, ts: line.ts }, action: 'nope' }),
    ).rejects.toThrow('Nothing to press is called "nope"; there is: Why?, Share here, more.')
  })

  it('events that the manifest does not subscribe to', async () => {
    const { workspace } = running
    const before = workspace.activity().at(-1)?.id
    await workspace.post({ user: ann, channel, text: 'just chatter' })
    expect(workspace.activity().at(-1)?.id).toBe(before)
    expect(manifest.settings?.event_subscriptions?.bot_events).not.toContain('message.channels')
  })
})

describe('a workspace without its app', () => {
  it('says in private that the app took nothing', async () => {
    const workspace = await startWorkspace({ manifest, seed, ...secrets })
    const ann = workspace.people[0]?.id ?? ''
    const { channel, thread } = workspace.opening
    await workspace.post({ user: ann, channel, thread, text: '@Weigher hello' })
    expect(workspace.messages(channel).at(-1)).toMatchObject({
      to: ann,
      thread_ts: thread,
      text: 'The app did not take this message (“not_connected”).',
    })
    await workspace.close()
  })

  it('keeps a pasted discussion as Slack keeps what is typed: escaped, with mentions as tokens', async () => {
    const workspace = await startWorkspace({ manifest, seed, ...secrets })
    const { channel } = workspace.opening
    const text = 'Ann: List<String> & <b>now</b>\nBo: @Weigher what fits?'
    const { ts = '' } = fieldsOfOutcome(await workspace.paste({ user: '', channel, text }))
    expect(workspace.messages(channel, { thread: ts }).map((each) => each.text)).toEqual([
      'List&lt;String&gt; &amp; &lt;b&gt;now&lt;/b&gt;',
      `<@${workspace.botUser}> what fits?`,
    ])
    await workspace.close()
  })

  it('makes two threads of a discussion pasted twice', async () => {
    const workspace = await startWorkspace({ manifest, seed, ...secrets })
    const { channel } = workspace.opening
    const paste = { user: '', channel, text: 'Ann  10:02\nhi\nBo  10:02\nyes' }
    const first = fieldsOfOutcome(await workspace.paste(paste)).ts
    const second = fieldsOfOutcome(await workspace.paste(paste)).ts
    expect(second).not.toBe(first)
    for (const thread of [first, second])
      expect(workspace.messages(channel, { thread: thread ?? '' }).map((each) => each.text)).toEqual([
        'hi',
        'yes',
      ])
    await workspace.close()
  })

  it('opens the newest of its threads, which follow each other without overlap', async () => {
    const workspace = await startWorkspace({ manifest, ...secrets })
    const { channel, thread } = workspace.opening
    const roots = workspace.messages(channel).filter((each) => each.thread_ts === each.ts)
    expect(roots).toHaveLength(6)
    expect(roots.at(-1)?.ts).toBe(thread)
    const stamps = workspace.messages(channel).map((each) => Number(each.ts))
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b))
    await workspace.close()
  })

  it('offers the seeded thread with its draft, in order', async () => {
    const workspace = await startWorkspace({ manifest, ...secrets })
    const { channel, thread, draft } = workspace.opening
    const stamps = workspace.messages(channel, { thread }).map((each) => Number(each.ts))
    expect(draft).toBe('@Weigher what should we pick?')
    expect(stamps).toHaveLength(8)
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b))
    expect(stamps.at(-1)).toBeLessThan(Date.now() / 1000)
    await workspace.close()
  })
})

function fieldsOfOutcome(outcome: object): { ts?: string } {
  return 'ts' in outcome && typeof outcome.ts === 'string' ? { ts: outcome.ts } : {}
}
