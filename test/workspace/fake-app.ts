import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { Manifest, Seed, WorkspaceOptions } from '../../src/workspace/model.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

export const manifest: Manifest = {
  display_information: { name: 'Weigher' },
  features: {
    bot_user: { display_name: 'Weigher' },
    slash_commands: [{ command: '/weigh', description: 'Weigh two options', usage_hint: '[a-vs-b]' }],
    shortcuts: [
      { name: 'Weigh this thread', type: 'message', callback_id: 'weigh', description: 'Reads it' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'channels:history', 'users:read'],
      bot_optional: ['channels:history', 'users:read'],
    },
  },
  settings: { event_subscriptions: { bot_events: ['app_mention', 'message.im', 'app_home_opened'] } },
}

export const seed: Seed = {
  people: ['Ann Lee', 'Bo Diaz'],
  channels: [
    {
      name: 'design',
      topic: 'Decisions',
      threads: [
        {
          shows: 'an older thread',
          messages: [
            { author: 'Bo Diaz', text: 'Which cups do we buy?' },
            { author: 'Kim Ost', text: 'Big ones.' },
          ],
        },
        {
          shows: 'the newest thread',
          messages: [
            { author: 'Ann Lee', text: 'Shall we take tea or coffee?' },
            { author: 'Bo Diaz', text: 'Most of us like tea.' },
          ],
        },
      ],
    },
    { name: 'empty', topic: 'Nothing yet' },
    { name: 'quiet', topic: 'No bot here', withoutBot: true },
  ],
  draft: '@bot what should we pick?',
}

export const secrets = { signingSecret: 'a-secret', botToken: 'xoxb-local', appToken: 'xapp-local' }

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const cell = (text: string) => ({ type: 'raw_text' as const, text })

/** A card with a table, two buttons, a menu and a list to choose from. */
export function card(first = '*Tea* is the better fit.') {
  return {
    text: 'Tea is the better fit.',
    blocks: [
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text: first } },
      {
        type: 'section' as const,
        text: {
          type: 'mrkdwn' as const,
          text: '• Most of you like it <https://example.org/tea|[1]>\n• It is cheaper to keep `warm`',
        },
      },
      {
        type: 'table' as const,
        rows: [
          [cell('Criterion'), cell('Better'), cell('Guides')],
          [cell('Cost over three long winters'), cell('Tea'), cell('4 of 5, 1 mixed')],
          [cell('Taste'), cell('Coffee'), cell('3 of 5')],
        ],
      },
      {
        type: 'actions' as const,
        elements: [
          { type: 'button' as const, action_id: 'why', text: plain('Why?'), style: 'primary' as const },
          { type: 'button' as const, action_id: 'share', text: plain('Share here'), value: 'v1' },
          {
            type: 'overflow' as const,
            action_id: 'more',
            options: [{ text: plain('Remove'), value: 'remove' }],
          },
        ],
      },
      { type: 'context' as const, elements: [plain('5 guides, 2025–26, one old')] },
    ],
  }
}

/** A modal with a required text and an optional choice that has a preset. */
export const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Our case'),
  submit: plain('Weigh'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'about',
      label: plain('What are you building?'),
      hint: plain('One sentence is enough.'),
      element: { type: 'plain_text_input' as const, action_id: 'text', multiline: true },
    },
    {
      type: 'input' as const,
      block_id: 'team',
      label: plain('What does the team know best?'),
      optional: true,
      element: {
        type: 'radio_buttons' as const,
        action_id: 'pick',
        options: [
          { text: plain('Tea'), value: 'tea' },
          { text: plain('Coffee'), value: 'coffee' },
        ],
        initial_option: { text: plain('Tea'), value: 'tea' },
      },
    },
  ],
}

export interface Running {
  workspace: Workspace
  /** What the app saw, by listener. */
  seen: { name: string; payload: object }[]
  /** A Web API client with the bot's token. */
  client: InstanceType<typeof App>['client']
  stop(): Promise<void>
}

/** A real Bolt app that uses every surface, joined to a workspace. */
export async function startBoth(
  mode: 'http' | 'socket',
  more: Partial<WorkspaceOptions> = {},
): Promise<Running> {
  const workspace = await startWorkspace({ mode, manifest, seed, ...secrets, ...more })
  const clientOptions = { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } }
  const http = mode === 'http' ? new HTTPReceiver({ signingSecret: secrets.signingSecret }) : undefined
  const receiver =
    http ??
    new SocketModeReceiver({
      appToken: secrets.appToken,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl: workspace.apiUrl } },
    })
  const app = new App({
    token: secrets.botToken,
    receiver,
    clientOptions: { ...clientOptions, rejectRateLimitedCalls: true },
    convoStore: false,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
  })
  const seen: Running['seen'] = []
  app.command('/weigh', async ({ ack, respond, command }) => {
    seen.push({ name: 'command', payload: command })
    if (command.text === 'late') return
    await ack()
    await respond(command.text === 'aloud' ? { ...card(), response_type: 'in_channel' } : card())
  })
  app.event('app_mention', async ({ event, client }) => {
    seen.push({ name: 'mention', payload: event })
    const thread_ts = event.thread_ts ?? event.ts
    const metadata = { event_type: 'verdict', event_payload: { facts: 'tea' } }
    await client.chat.postMessage({ channel: event.channel, thread_ts, metadata, ...card() })
  })
  app.message(async ({ message, say }) => {
    seen.push({ name: 'message', payload: message })
    if (message.subtype === undefined) await say({ ...card(), thread_ts: message.ts })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const section = { type: 'section' as const, text: plain('Weigher knows tea and coffee.') }
    const elements = [{ type: 'button' as const, action_id: 'why', text: plain('Why?') }]
    const blocks = [
      { type: 'header' as const, text: plain('What is covered') },
      section,
      { type: 'actions' as const, elements },
    ]
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
  app.shortcut('weigh', async ({ ack, shortcut, client }) => {
    seen.push({ name: 'shortcut', payload: shortcut })
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
  })
  app.action('why', async ({ ack, body, client }) => {
    seen.push({ name: 'why', payload: body })
    await ack()
    if (!('trigger_id' in body)) return
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.action('share', async ({ ack, body, respond }) => {
    seen.push({ name: 'share', payload: body })
    await ack()
    await respond({ ...card('*Shared*'), response_type: 'in_channel', replace_original: false })
  })
  app.action('more', async ({ ack, body, respond }) => {
    seen.push({ name: 'more', payload: body })
    await ack()
    await respond({ delete_original: true })
  })
  for (const name of ['pick', 'other']) {
    app.action(name, async ({ ack, body, action }) => {
      seen.push({ name, payload: { body, action } })
      await ack()
    })
  }
  app.view('form', async ({ ack, view }) => {
    seen.push({ name: 'submitted', payload: view.state.values })
    const text = view.state.values.about?.text?.value ?? ''
    if (text === 'nothing') return ack({ response_action: 'errors', errors: { about: 'Say a little more.' } })
    const blocks = [{ type: 'section' as const, text: plain(text) }]
    await ack({ response_action: 'update', view: { type: 'modal', title: plain('Done'), blocks } })
  })
  await app.init()
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  if (http) {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the fake app has no port')
    workspace.setRequestUrl(`http://127.0.0.1:${address.port}/slack/events`)
  }
  return {
    workspace,
    seen,
    client: app.client,
    stop: async () => {
      await app.stop()
      await workspace.close()
    },
  }
}
