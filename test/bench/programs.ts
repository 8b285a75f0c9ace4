import { fileURLToPath } from 'node:url'
import { type Child, startUntil } from './child.ts'
import { distFile } from './dist.ts'
import type { SlackApi } from './slack-api.ts'

export const signingSecret = '0123456789abcdef0123456789abcdef'

const main = fileURLToPath(distFile('main.js'))
const bare = fileURLToPath(new URL('./bare-app.ts', import.meta.url))

/** The product in HTTP mode against a Web API of this machine. */
export function startProduct(api: SlackApi): Promise<Child> {
  return startUntil(
    [main],
    {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: api.url,
      HOST: '127.0.0.1',
      PORT: '0',
    },
    /Listening on port \d+.*\n/,
  )
}

export function startLocal(): Promise<Child> {
  return startUntil([main, '--local'], { PORT: '0' }, /Local workspace: .*\n/)
}

/** The least that Bolt can do: an empty ack, then one card. */
export function startBare(api: SlackApi, card: string): Promise<Child> {
  return startUntil(
    ['--import', import.meta.resolve('tsx'), bare],
    { SLACK_API_URL: api.url, SIGNING_SECRET: signingSecret, CARD: card },
    /Listening on port \d+.*\n/,
  )
}

/** Where a started program takes Slack's requests. */
export function eventsPort({ said }: Child): number {
  return Number(/Listening on port (\d+)/.exec(said)?.[1])
}
