import type { Block } from '../cards/block-kit/blocks.ts'
import type { View } from '../cards/block-kit/views.ts'

export const team = 'T0LOCAL01'
export const appId = 'A0LOCALAPP'
export const botUser = 'U0LOCALBOT'
export const botId = 'B0LOCALBOT'
/** Writes the private lines that Slack itself would show. */
export const slackbot = 'USLACKBOT'

export interface Person {
  id: string
  name: string
  isBot?: boolean
}

export interface Conversation {
  id: string
  name: string
  topic: string
  kind: 'channel' | 'im'
  members: string[]
}

export interface Message {
  type: 'message'
  ts: string
  user: string
  team: string
  text: string
  thread_ts?: string
  blocks?: Block[]
  attachments?: readonly unknown[]
  metadata?: unknown
  bot_id?: string
  app_id?: string
  client_msg_id?: string
  edited?: { user: string; ts: string }
  reactions?: { name: string; users: string[]; count: number }[]
  /** The only person who sees it: an ephemeral message, never returned by conversations.*. */
  to?: string
}

export interface OpenView extends View {
  id: string
  hash: string
  root_view_id: string
  previous_view_id: string | null
}

export interface Activity {
  id: number
  at: number
  direction: 'to app' | 'from app'
  kind: string
  payload: unknown
  outcome: string
}

export interface SeedMessage {
  author: string
  text: string
  /** `HH:MM`; without it messages stand three minutes apart. */
  time?: string
}

/** A discussion, oldest message first; `shows` names what it is there for. */
export interface SeedThread {
  shows: string
  messages: readonly SeedMessage[]
}

/** What the workspace holds when it opens. The newest thread of the first channel with threads is the one shown. */
export interface Seed {
  people: readonly string[]
  channels: readonly {
    name: string
    topic: string
    /** The bot is not a member there. */
    withoutBot?: boolean
    /** Oldest first. */
    threads?: readonly SeedThread[]
  }[]
  /** What is typed already in the thread shown, and on asking in another; `@bot` stands for the bot's name. */
  draft: string
}

/** The parts of a parsed manifest.yml that a workspace obeys. */
export interface Manifest {
  display_information: { name: string }
  features?: {
    bot_user?: { display_name: string }
    slash_commands?: readonly { command: string; description: string; usage_hint?: string }[]
    shortcuts?: readonly { name: string; type: string; callback_id: string; description: string }[]
  }
  oauth_config?: { scopes?: { bot?: readonly string[]; bot_optional?: readonly string[] } }
  settings?: { event_subscriptions?: { bot_events?: readonly string[] } }
}

export interface WorkspaceOptions {
  /** 0 or absent takes any free port. */
  port?: number
  mode?: 'http' | 'socket'
  /** Where signed requests go; loopback only. May be set later with `setRequestUrl`. */
  requestUrl?: string
  signingSecret: string
  botToken: string
  appToken: string
  manifest: Manifest
  /** Optional scopes that the installing person declined. */
  declined?: readonly string[]
  seed?: Seed
  /** Shown as chips; a press puts one into the composer. */
  suggestions?: readonly string[]
}
