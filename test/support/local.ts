import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { answer, answerEntry } from '../../src/core/answer.ts'
import type { Engine } from '../../src/core/engine.ts'
import { createApp } from '../../src/slack/app.ts'
import type { Says } from '../../src/slack/bot.ts'
import { knowledgeViews } from '../../src/slack/knowledge-views.ts'
import { createLog } from '../../src/slack/log.ts'
import type { Manifest, Message, WorkspaceOptions } from '../../src/workspace/model.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

const secrets = { signingSecret: 'a-secret', botToken: 'xoxb-local', appToken: 'xapp-local' }
const manifest = load(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')) as Manifest

export interface Local {
  workspace: Workspace
  logs: string[]
  /** The bot's newest message that others see too, as soon as it satisfies `wanted`. */
  card(channel: string, wanted?: (message: Message) => boolean): Promise<Message>
  stop(): Promise<void>
}

/** The app as shipped on an engine, in a local workspace: what `npm run local` starts, without its page's browser. */
export async function startLocal(engine: Engine, more: Partial<WorkspaceOptions> = {}): Promise<Local> {
  const workspace = await startWorkspace({ ...secrets, manifest, ...more })
  const logs: string[] = []
  const says: Says = {
    answer: (question) => answer(engine, question),
    entry: (slug, entry) => answerEntry(engine, slug, entry),
    views: knowledgeViews(engine.knowledge, '/stack'),
  }
  const app = createApp(
    {
      says: () => says,
      command: '/stack',
      log: createLog('debug', (line) => logs.push(line)),
      today: () => '2026-11-21',
    },
    { kind: 'http', ...secrets, apiUrl: workspace.apiUrl },
  )
  const port = await app.start({ port: 0, host: '127.0.0.1' })
  workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
  return {
    workspace,
    logs,
    card: (channel, wanted = () => true) =>
      workspace.waitFor(() => {
        const newest = workspace
          .messages(channel)
          .findLast((each) => each.user === workspace.botUser && each.to === undefined)
        return newest && wanted(newest) ? newest : undefined
      }),
    stop: async () => {
      await app.stop()
      await workspace.close()
    },
  }
}
