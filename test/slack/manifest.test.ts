import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callbackIds } from '../../src/cards/ids.ts'
import { fillManifest } from '../../src/slack/manifest.ts'
import { manifest, manifestText, parseManifest } from './shipped-manifest.ts'

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

describe('fillManifest', () => {
  it('changes the command and the mode and keeps the comments', () => {
    const filled = fillManifest(manifestText, { command: '/weigh', mode: 'socket' })
    expect(parseManifest(filled)).toEqual({
      ...manifest,
      features: {
        ...manifest.features,
        slash_commands: [{ ...manifest.features.slash_commands[0], command: '/weigh' }],
      },
    })
    expect(filled.match(/#.*/g)).toEqual(manifestText.match(/#.*/g))
  })

  it('gives HTTP its addresses', () => {
    const filled = parseManifest(
      fillManifest(manifestText, { command: '/stack', mode: 'http', url: 'https://bot.example' }),
    )
    const address = 'https://bot.example/slack/events'
    expect(filled.settings.socket_mode_enabled).toBe(false)
    expect(filled.settings.event_subscriptions.request_url).toBe(address)
    expect(filled.settings.interactivity.request_url).toBe(address)
    expect(filled.features.slash_commands[0]?.url).toBe(address)
  })

  it.each([
    ['https://bot.example', 'https://bot.example/slack/events'],
    ['https://bot.example/', 'https://bot.example/slack/events'],
    ['https://bot.example:8443/sub', 'https://bot.example:8443/sub/slack/events'],
    ['https://bot.example/sub/slack/events', 'https://bot.example/sub/slack/events'],
    ['https://bot.example/sub/two/?a=b#c', 'https://bot.example/sub/two/slack/events'],
  ])('puts the path for events below that of %s', (url, address) => {
    const filled = parseManifest(fillManifest(manifestText, { command: '/stack', mode: 'http', url }))
    expect(filled.settings.event_subscriptions.request_url).toBe(address)
  })

  it('names the line that it does not find once', () => {
    const fill = (text: string) => () => fillManifest(text, { command: '/weigh', mode: 'socket' })
    expect(fill(manifestText.replace('command: /stack', 'command: /stacks'))).toThrow(
      'manifest.yml must hold the line "    - command: /stack" once.',
    )
    expect(fill(`${manifestText}  socket_mode_enabled: true\n`)).toThrow(
      '"  socket_mode_enabled: true" once.',
    )
  })
})

describe('the manifest command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/cli/manifest.js'), ...args], {
      encoding: 'utf8',
      env: {},
      timeout: 30_000,
    })

  it('prints the manifest alone and warns on stderr', () => {
    const { stdout, stderr, status } = run('--command', '/weigh')
    expect(parseManifest(stdout).features.slash_commands[0]?.command).toBe('/weigh')
    expect(stderr).toContain('owns /weigh silently')
    expect(status).toBe(0)
  })

  it('tells its options when asked for help', () => {
    const { stdout, stderr, status } = run('--help')
    for (const option of ['--command', '--mode', '--url']) expect(stdout).toContain(option)
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })

  it.each([
    [['--mode', 'http'], 'https address'],
    [['--mode', 'carrier-pigeon'], 'socket or http'],
    [['--url', 'https://hush:hush@bot.example'], 'holds a user or password'],
    [['--mode', 'socket', '--url', 'https://bot.example'], '--url is of no use with --mode socket'],
    [['--command', 'Weigh'], 'SLACK_COMMAND is no command'],
  ])('refuses %j with its usage', (args, why) => {
    const { stdout, stderr, status } = run(...args)
    expect(stdout).toBe('')
    expect(stderr).toContain(why)
    expect(stderr).not.toContain('hush')
    expect(stderr).toContain('npm run --silent manifest')
    expect(status).not.toBe(0)
  })
})
