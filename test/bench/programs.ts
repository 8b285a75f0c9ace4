import { fileURLToPath } from 'node:url'
import { type Ready, startUntil } from './child.ts'
import { distFile } from './dist.ts'
import type { SlackApi } from './slack-api.ts'

export const signingSecret = '0123456789abcdef0123456789abcdef'

const main = fileURLToPath(distFile('main.js'))
const bare = fileURLToPath(new URL('./bare-app.ts', import.meta.url))
const listening = /Listening on port (\d+).*\n/

/** What is started: the built program with the shipped knowledge, or a copy of it with another folder. */
export interface Product {
  main: string
  knowledge?: string
}

/** The product in HTTP mode against a Web API of this machine. */
export function startProduct({ url }: SlackApi, product: Product = { main }): Promise<Ready> {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: url }
  const env = { ...slack, HOST: '127.0.0.1', PORT: '0' }
  const { knowledge } = product
  return startUntil([product.main], knowledge ? { ...env, KNOWLEDGE_DIR: knowledge } : env, listening)
}

export function startLocal(): Promise<Ready> {
  return startUntil([main, '--local'], { PORT: '0' }, /Local workspace: .*\n/)
}

/** The least that Bolt can do: an empty ack, then one card. */
export function startBare({ url }: SlackApi, card: string): Promise<Ready> {
  const env = { SLACK_API_URL: url, SIGNING_SECRET: signingSecret, CARD: card }
  return startUntil(['--import', import.meta.resolve('tsx'), bare], env, listening)
}
