import type { Conversation, Manifest } from './model.ts'

/** The scopes that an installation has: all that the manifest asks for, less the optional ones that were declined. */
export function grantedScopes(manifest: Manifest, declined: readonly string[] = []): ReadonlySet<string> {
  const { bot = [], bot_optional: optional = [] } = manifest.oauth_config?.scopes ?? {}
  // Slack wants optional scopes listed under `bot` as well.
  const refused = declined.filter((scope) => optional.includes(scope))
  return new Set([...bot, ...optional].filter((scope) => !refused.includes(scope)))
}

/** The scope that a Web API method needs in a conversation; undefined when it needs none. */
export function neededScope(method: string, kind: Conversation['kind'] | undefined): string | undefined {
  const prefix = kind === 'im' ? 'im' : 'channels'
  switch (method) {
    case 'chat.postMessage':
    case 'chat.postEphemeral':
    case 'chat.update':
    case 'chat.delete':
    case 'assistant.threads.setStatus':
      return 'chat:write'
    case 'conversations.replies':
    case 'conversations.history':
      return `${prefix}:history`
    case 'conversations.info':
      return `${prefix}:read`
    case 'conversations.open':
      return 'im:write'
    case 'users.info':
      return 'users:read'
    case 'reactions.add':
      return 'reactions:write'
    default:
      return undefined
  }
}

/** The scope without which Slack does not send an event. */
export function eventScope(event: string): string | undefined {
  switch (event) {
    case 'app_mention':
      return 'app_mentions:read'
    case 'message.im':
      return 'im:history'
    case 'message.channels':
      return 'channels:history'
    default:
      return undefined
  }
}
