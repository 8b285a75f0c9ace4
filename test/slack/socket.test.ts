import { afterEach, describe, expect, it } from 'vitest'
import { createApp, type SlackApp } from '../../src/slack/app.ts'
import { knowledgeViews } from '../../src/slack/knowledge-views.ts'
import { createLog } from '../../src/slack/log.ts'
import type { Seed } from '../../src/workspace/model.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { fakeAnswer, fakeEntry, knowledge } from './answers.ts'
import { manifest } from './shipped-manifest.ts'

const secrets = { signingSecret: 'unused', botToken: 'xoxb-local', appToken: 'xapp-local' }
const seed: Seed = {
  people: ['Ann Lee', 'Bo Diaz'],
  channels: [
    {
      name: 'design',
      topic: '',
      threads: [{ shows: 'a need', messages: [{ author: 'Bo Diaz', text: 'It must be loud.' }] }],
    },
  ],
  draft: '@bot what fits?',
}

let workspace: Workspace | undefined
let bot: SlackApp | undefined
afterEach(async () => {
  await bot?.stop()
  await workspace?.close()
})

describe('over Socket Mode', () => {
  it('answers a mention and a command, and tells its health', async () => {
    workspace = await startWorkspace({ ...secrets, manifest, mode: 'socket', seed })
    const { people, conversations, messages, waitFor, apiUrl } = workspace
    const says = {
      answer: fakeAnswer,
      entry: fakeEntry,
      views: knowledgeViews(knowledge, '/stack'),
    }
    const deps = {
      says: () => says,
      command: '/stack',
      log: createLog('error', () => {}),
      today: () => '2026-11-21',
    }
    bot = createApp(deps, { kind: 'socket', ...secrets, apiUrl })
    const port = await bot.start({ port: 0, host: '127.0.0.1' })
    const well = await fetch(`http://127.0.0.1:${port}/healthz`)
    expect([well.status, await well.json()]).toEqual([200, { ok: true }])

    const user = people[0]?.id ?? ''
    const channel = conversations.find(({ name }) => name === 'design')?.id ?? ''
    const root = messages(channel)[0]?.ts ?? ''
    const answered = () => messages(channel).find((message) => message.bot_id && !message.to)
    await workspace.post({ user, channel, thread: root, text: '@stack what fits?' })
    expect(JSON.stringify(await waitFor(answered))).toContain('It must be loud.\\" Bo, ')
    await workspace.post({ user, channel, text: '/stack what is dorn' })
    expect(await waitFor(() => messages(channel).find((message) => message.to === user))).toBeDefined()
  })
})
