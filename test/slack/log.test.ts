import { describe, expect, it } from 'vitest'
import { createLog, slackLogger } from '../../src/slack/log.ts'
import { knowledge } from './answers.ts'
import { harness } from './harness.ts'
import { openHttp } from './http.ts'
import {
  aCommand,
  aDirectMessage,
  aMention,
  aPress,
  aShortcut,
  aSubmission,
  asker,
  other,
  rootTs,
} from './payloads.ts'

const marker = 'XMARKERX'
const levels = ['error', 'warn', 'info', 'debug'] as const

describe('the log', () => {
  it.each(levels)('at %s never holds what people wrote', async (level) => {
    const { deliver, slack, logs } = await harness({ level })
    const said = [
      { ts: rootTs, thread_ts: rootTs, user: other, text: `loud ${marker}` },
      {
        ts: '1700000001.000100',
        user: other,
        attachments: [{ blocks: [{ type: 'table', rows: [[marker]] }] }],
      },
      { ts: '1700000500.000100', user: asker, text: `<@UBOT> loud ${marker}` },
    ]
    slack.threads.set(rootTs, said)
    const inThread = { thread_ts: rootTs }
    await deliver(aCommand(`loud ${marker}`))
    await deliver(aMention(`loud ${marker}`, inThread))
    await deliver(aDirectMessage(`loud ${marker}`))
    await deliver(aShortcut({ ...inThread, ts: rootTs, text: marker }))
    await deliver(aSubmission({ ...(slack.of('views.update')[0]?.view as object) }))
    const [card] = slack.of('chat.postMessage')
    await deliver(
      aPress(card?.blocks, 'why', { message: { ...card, ts: '1700000600.000100' }, thread: rootTs }),
    )

    slack.on('chat.postMessage', () => ({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: [`[ERROR] bad text "${marker}" [json-pointer:/blocks/0]`] },
    }))
    await deliver(aDirectMessage(`loud ${marker}`, { ts: '1700000501.000100' }))
    slack.on('conversations.replies', () => ({ status: 500 }))
    await deliver(aMention(`loud ${marker}`, { ...inThread, ts: '1700000502.000100' }))
    slack.threads.clear()
    await deliver(aMention(`boom ${marker}`, { ts: '1700000503.000100' }, { note: marker }))

    expect(logs.filter((line) => line.includes(marker))).toEqual([])
    expect(logs.some((line) => line.includes('failed'))).toBe(true)
  })

  it('at debug has one line for each delivery that was answered, without words and ids of people', async () => {
    const { deliver, logs } = await harness({ level: 'debug' })
    await deliver(aCommand(`loud ${marker}`))
    await deliver(aCommand('decide'))
    await deliver(aMention('what is dorn'))
    await deliver(aDirectMessage('what is dorn'))
    await deliver(aDirectMessage('ta!', { ts: '1700000501.000100' }))
    const answered = (delivery: string, answer: string) =>
      expect.stringMatching(
        new RegExp(`^\\S+ debug answered delivery="${delivery}" answer="${answer}" ms=\\d+$`),
      )
    expect(logs.filter((line) => line.includes(' answered '))).toEqual([
      answered('command', 'verdict'),
      answered('command', 'form'),
      answered('mention', 'faq'),
      answered('direct-message', 'faq'),
    ])
  })

  it.each(levels)('at %s holds nothing of a body that cannot be read', async (level) => {
    const open = await openHttp({ level })
    try {
      const answer = await open.send(`it's ${marker}" 'and' {`, 'application/json')
      expect(answer.status).toBe(400)
      expect(open.logs.filter((line) => line.includes(marker))).toEqual([])
    } finally {
      await open.close()
    }
  })

  it('keeps the libraries above debug whatever they are set to', () => {
    const lines: string[] = []
    const logger = slackLogger(createLog('debug', (line) => lines.push(line)))
    logger.debug(marker)
    logger.info('ping "pong"', new TypeError(marker), { marker })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('said="ping … TypeError object"')
  })

  it('names no token and no knowledge', async () => {
    const { deliver, logs, slack } = await harness()
    slack.on('chat.postMessage', () => ({ ok: false, error: 'fatal_error' }))
    await deliver(aMention('what is dorn'))
    expect(logs.join()).not.toContain('xoxb')
    expect(logs.join()).not.toContain(knowledge.comparisons[0]?.title)
  })
})
