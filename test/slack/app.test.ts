import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeAnswer } from './answers.ts'
import { aBot, harness } from './harness.ts'
import { type Http, openHttp } from './http.ts'
import { aCommand, aMention } from './payloads.ts'

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'
const encode = (body: Record<string, unknown>) =>
  new URLSearchParams(
    Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)])),
  ).toString()

let open: Http | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

describe('over signed HTTP', () => {
  it('acks a command empty and then answers it', async () => {
    open = await openHttp()
    const { slack, send } = open
    const answer = await send(encode(aCommand('what is dorn')), form)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
    await expect.poll(() => slack.responded).toHaveLength(1)
  })

  it('answers an event that Slack sends again once', async () => {
    let asked = 0
    const answer: typeof fakeAnswer = (question) => {
      asked += 1
      return fakeAnswer(question)
    }
    open = await openHttp({ deps: { answer } })
    const body = JSON.stringify(aMention('what is dorn'))
    await open.send(body, json)
    await open.send(body, json)
    expect(await open.bot.stop()).toBe(true)
    open = undefined
    expect(asked).toBe(1)
  })

  it('refuses what is not signed or is old', async () => {
    open = await openHttp()
    const unsigned = await fetch(`${open.url}/slack/events`, { method: 'POST', body: '{}' })
    const old = await open.send(JSON.stringify(aMention('what is dorn')), json, 600)
    expect([unsigned.status, old.status]).toEqual([401, 401])
    expect(open.slack.of('chat.postMessage')).toEqual([])
  })

  it.each([
    ['another secret', 0, 'SLACK_SIGNING_SECRET'],
    ['an old one', 600, 'clock'],
  ])('names in the log what to mend where the signature is of %s', async (_, ago, named) => {
    open = await openHttp({ level: 'warn' })
    const { url, logs } = open
    const time = String(Math.floor(Date.now() / 1000) - ago)
    const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${'0'.repeat(64)}` }
    const { status } = await fetch(`${url}/slack/events`, { method: 'POST', body: '{}', headers })
    expect(status).toBe(401)
    expect(logs).toHaveLength(1)
    expect(logs[0]).toContain(named)
  })

  it('answers the challenge of a new request URL', async () => {
    open = await openHttp()
    const answer = await open.send(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), json)
    expect(await answer.json()).toEqual({ challenge: 'abc' })
  })

  it('says that it is well, and knows no other page', async () => {
    open = await openHttp()
    const well = await fetch(`${open.url}/healthz`)
    expect([well.status, await well.json()]).toEqual([200, { ok: true }])
    expect((await fetch(`${open.url}/other`)).status).toBe(404)
  })

  it('finishes what it is answering before it stops, and takes nothing new', async () => {
    open = await openHttp()
    const { slack, send, bot, url, logs } = open
    await send(JSON.stringify(aMention('what is dorn')), json)
    expect(await bot.stop()).toBe(true)
    open = undefined
    expect(logs.filter((line) => line.includes(' info stop'))).toEqual([
      expect.stringMatching(/ stopping answering=\d$/),
    ])
    expect(slack.of('chat.postMessage')).toHaveLength(1)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  it.each([
    ['nothing', ''],
    ['half a request', 'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{'],
  ])('stops though a connection sent %s', async (_, sent) => {
    open = await openHttp()
    const { bot, url } = open
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    await new Promise((resolve) => socket.on('connect', resolve))
    socket.on('error', () => undefined).write(sent)
    const cut = new Promise((resolve) => socket.on('close', resolve))
    // Once this is answered the server has taken what came before it.
    await fetch(`${url}/healthz`)
    expect(await bot.stop(20)).toBe(true)
    open = undefined
    await cut
  })

  it('stops without what does not end', async () => {
    open = await openHttp({ level: 'info' })
    const { logs } = open
    open.slack.on('chat.postMessage', () => new Promise<never>(() => {}))
    await open.send(JSON.stringify(aMention('what is dorn')), json)
    await expect.poll(() => open?.slack.of('chat.postMessage')).toHaveLength(1)
    expect(await open.bot.stop(20)).toBe(false)
    open = undefined
    expect(logs.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      'info stopping answering=1',
      'info stopped-early unanswered=1',
    ])
  })
})

describe('starting', () => {
  it('names the step and the code when Slack refuses the token', async () => {
    const { bot, slack } = aBot()
    slack.on('auth.test', () => ({ ok: false, error: 'invalid_auth' }))
    await expect(bot.start({ port: 0 })).rejects.toMatchObject({ step: 'token', code: 'invalid_auth' })
  })

  it('names the code when the port is taken', async () => {
    open = await openHttp()
    const port = Number(new URL(open.url).port)
    const { bot } = await harness()
    const taken = bot.start({ port, host: '127.0.0.1' })
    await expect(taken).rejects.toMatchObject({ step: 'listen', code: 'EADDRINUSE' })
  })
})
