import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callbackIds } from '../../src/cards/ids.ts'
import { manifest, manifestText } from './shipped-manifest.ts'

const root = join(import.meta.dirname, '../..')

const sources = readdirSync(join(root, 'src/slack'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src/slack', name), 'utf8'))
  .join('\n')

/** What the pattern's group finds in the code of the Slack layer, each once. */
function inCode(pattern: RegExp): string[] {
  return [...new Set([...sources.matchAll(pattern)].map(([, found = '']) => found))].sort()
}

/** The scopes of each Web API method; methods of views and `auth.test` need none. */
const scopesOf: Record<string, string[]> = {
  'assistant.threads.setStatus': ['chat:write'],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}
const eventScopes: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
}

describe('the manifest', () => {
  const calls = inCode(/\b((?:assistant\.threads|auth|chat|conversations|users|views)\.[a-zA-Z]+)\(/g).filter(
    (call) => !call.startsWith('views.') || /views\.(open|push|update|publish)$/.test(call),
  )

  it('asks for the scopes of what the code calls, registers and hears, and for no others', () => {
    expect(calls).toEqual(Object.keys(scopesOf))
    const events = manifest.settings.event_subscriptions.bot_events
    const needed = [
      'commands',
      ...calls.flatMap((call) => scopesOf[call] ?? []),
      ...events.flatMap((event) => eventScopes[event] ?? ['unknown']),
    ]
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort())
  })

  it('lists optional scopes among all scopes, as Slack wants it', () => {
    const { bot, bot_optional: optional } = manifest.oauth_config.scopes
    expect(bot).toEqual(expect.arrayContaining(optional))
    expect([...optional].sort()).toEqual(['channels:history', 'groups:history', 'mpim:history', 'users:read'])
  })

  it('subscribes to the events that are registered', () => {
    // Bolt registers direct messages as `message`.
    const registered = inCode(/app\.event\('(\w+)'/g).map((name) =>
      name === 'message' ? 'message.im' : name,
    )
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(registered)
  })

  it('declares the shortcut that is registered', () => {
    expect(inCode(/app\.shortcut<MessageShortcut>\(\{ type: '(\w+)'/g)).toEqual(['message_action'])
    expect(manifest.features.shortcuts).toMatchObject([{ type: 'message', callback_id: callbackIds.weigh }])
  })

  it('gives each scope and event its reason', () => {
    const lines = manifestText.split('\n')
    const unexplained = lines.filter((line, i) => {
      const scope =
        /^ {6}- /.test(line) && !lines.slice(0, i).some((before) => before.includes('bot_optional:'))
      const event = /^ {6}- (app_|message)/.test(line)
      return (scope || event) && !/^\s*#/.test(lines[i - 1] ?? '')
    })
    expect(unexplained).toEqual([])
  })

  it('keeps the limits of the schema', () => {
    const { name, description, long_description: long } = manifest.display_information
    expect(name.length).toBeLessThanOrEqual(35)
    expect(description.length).toBeLessThanOrEqual(140)
    expect(long.length).toBeGreaterThanOrEqual(175)
    expect(manifest.features.shortcuts[0]?.name.length).toBeLessThanOrEqual(24)
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false)
  })
})
