import { describe, expect, it } from 'vitest'
import { slug } from './answers.ts'
import { blockTypes } from './fake-slack.ts'
import { harness } from './harness.ts'
import { aCommand } from './payloads.ts'

describe('the slash command', () => {
  it.each(['', 'help', slug, 'what is dorn', 'we must be loud'])(
    'answers "%s" privately with an empty ack',
    async (text) => {
      const { deliver, slack } = await harness()
      expect(await deliver(aCommand(text))).toEqual([undefined])
      expect(slack.responded).toHaveLength(1)
      expect(slack.responded[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false })
      expect(slack.responded[0]?.text).not.toBe('')
      expect(slack.of('chat.postMessage')).toEqual([])
    },
  )

  it('hands the text to the core as people typed it', async () => {
    const asked: string[] = []
    const { deliver } = await harness({
      deps: {
        answer: ({ text }) => {
          asked.push(text)
          return { kind: 'help', courtesy: false, covered: [] }
        },
      },
    })
    await deliver(aCommand('a &lt; b &amp; c  in <https://example.org|the docs>'))
    expect(asked).toEqual(['a < b & c in the docs'])
  })

  it('acks all that are there before it answers one, and answers all before it sends one', async () => {
    const seen: string[] = []
    const { bot, slack } = await harness({
      deps: {
        answer: () => {
          seen.push(`answered, ${slack.responded.length} sent`)
          return { kind: 'help', courtesy: false, covered: [] }
        },
      },
    })
    const ack = async () => {
      seen.push('acked')
    }
    const commands = ['a', 'b', 'c'].map((text) => aCommand(text, { trigger_id: text }))
    await Promise.all(commands.map((body) => bot.app.processEvent({ body, ack })))
    expect(seen).toEqual(['acked', 'acked', 'acked', ...Array(3).fill('answered, 0 sent')])
    expect(slack.responded).toHaveLength(3)
  })

  it('answers a redelivered command once', async () => {
    const { deliver, slack } = await harness()
    const body = aCommand('help')
    await deliver(body)
    await deliver(body)
    expect(slack.responded).toHaveLength(1)
  })

  it('sends plain sections and text when the response_url refuses the card', async () => {
    const { deliver, slack } = await harness()
    slack.refuseResponses(400)
    await deliver(aCommand(slug))
    expect(slack.responded).toHaveLength(1)
    expect(blockTypes(slack.responded[0])).toEqual(['section'])
    expect(slack.responded[0]?.text).toContain('Blip')
  })

  it('tells the asker in a direct message when the response_url is spent', async () => {
    const { deliver, slack, logs } = await harness()
    slack.on('chat.postEphemeral', () => ({ ok: false, error: 'not_in_channel' }))
    slack.refuseResponses(404, 404, 404)
    await deliver(aCommand(slug))
    const [told] = slack.of('chat.postMessage')
    expect(told).toMatchObject({ channel: 'UANA' })
    const reference = /Reference: (\w+)/.exec(String(told?.text))?.[1]
    expect(logs.some((line) => line.includes(`reference="${reference}"`))).toBe(true)
  })
})

describe('a slash command that the settings do not know', () => {
  it('is acked, refused privately with both names escaped, and named once in the log', async () => {
    const { deliver, slack, logs } = await harness({ level: 'warn' })
    const body = aCommand('what is dorn', { command: '/o<b>' })
    expect(await deliver(body)).toEqual([undefined])
    await deliver(body)
    expect(slack.responded).toHaveLength(1)
    expect(slack.responded[0]).toMatchObject({ response_type: 'ephemeral' })
    expect(slack.responded[0]?.text).toContain(
      'This app is set up for /weigh; /o&lt;b&gt; is not its command.',
    )
    expect(slack.of('chat.postMessage')).toEqual([])
    expect(logs).toHaveLength(1)
    expect(logs[0]).toContain('warn other-command sent="/o<b>" command="/weigh"')
    expect(logs[0]).toContain('SLACK_COMMAND')
  })
})
