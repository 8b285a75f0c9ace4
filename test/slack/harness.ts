import { createApp, type SlackApp } from '../../src/slack/app.ts'
import type { Deps, Says } from '../../src/slack/bot.ts'
import { knowledgeViews } from '../../src/slack/knowledge-views.ts'
import { createLog } from '../../src/slack/log.ts'
import { fakeAnswer, fakeEntry, knowledge } from './answers.ts'
import { type FakeSlack, fakeSlack } from './fake-slack.ts'

export interface Harness {
  slack: FakeSlack
  bot: SlackApp
  logs: string[]
  /** Delivers a payload as a receiver does; resolves with the acks when its work is done. */
  deliver(body: Record<string, unknown>): Promise<unknown[]>
}

interface Setting {
  level?: 'error' | 'warn' | 'info' | 'debug'
  deps?: Partial<Says & Deps>
}

export const signingSecret = '0123456789abcdef0123456789abcdef'

/** The app on a fake Slack, not started. */
export function aBot({ level = 'debug', deps = {} }: Setting = {}): Omit<Harness, 'deliver'> {
  const slack = fakeSlack()
  const logs: string[] = []
  const says: Says = {
    answer: fakeAnswer,
    entry: fakeEntry,
    views: knowledgeViews(knowledge, '/weigh'),
    ...deps,
  }
  const bot = createApp(
    {
      says: () => says,
      command: '/weigh',
      log: createLog(level, (line) => logs.push(line)),
      today: () => '2026-11-21',
      ...deps,
    },
    { kind: 'http', signingSecret, botToken: 'xoxb-test', fetch: slack.fetch },
  )
  return { slack, bot, logs }
}

/** The app on a fake Slack, ready to take payloads; nothing listens. */
export async function harness(setting: Setting = {}): Promise<Harness> {
  const all = aBot(setting)
  await all.bot.app.init()
  return {
    ...all,
    deliver: async (body) => {
      const acks: unknown[] = []
      await all.bot.app.processEvent({
        body,
        ack: async (response) => {
          acks.push(response)
        },
      })
      return acks
    },
  }
}
