import { describe, expect, it } from 'vitest'
import { fillManifest } from '../src/manifest.ts'
import { manifest, manifestText, parseManifest } from './slack/shipped-manifest.ts'

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
