import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadContent } from '../src/knowledge/load-knowledge.ts'
import { startWorkspace } from '../src/workspace/workspace.ts'
import { fixture } from './knowledge/broken-copy.ts'
import { manifest } from './slack/shipped-manifest.ts'

const root = join(import.meta.dirname, '..')
const main = join(root, 'dist/main.js')

const reader = join(import.meta.dirname, '../knowledge/language/reader.bin')

let child: ChildProcess | undefined
let folder: string | undefined
let server: Server | undefined
afterEach(() => {
  child?.kill('SIGKILL')
  server?.close()
  server = undefined
  if (folder) rmSync(folder, { recursive: true })
  folder = undefined
})

/** A folder of knowledge of its own, and its rules. */
function ownKnowledge(): { dir: string; rules: string } {
  const dir = mkdtempSync(join(tmpdir(), 'main-'))
  folder = dir
  cpSync(fixture, dir, { recursive: true })
  copyFileSync(reader, join(dir, 'language/reader.bin'))
  return { dir, rules: join(dir, 'blips/rules.yml') }
}

/** Resolves when the program has said what is wanted, counted from now. */
function hear(wanted: string): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    for (const stream of [child?.stdout, child?.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk
        if (said.includes(wanted)) resolve(said)
      })
    }
  })
}

const version = (line: string) => /version="(\w+)"/.exec(line)?.[1]

/** Starts the program; resolves when it ended, or when its output holds `until`. */
function run(env: Record<string, string>, args: string[], until?: string) {
  return outcome(spawn(process.execPath, [main, ...args], { cwd: tmpdir(), env }), until)
}

/** The same as people do, by `npm start`. */
function npmStart(env: Record<string, string>, args: string[], until?: string) {
  const whole = { PATH: process.env.PATH ?? '', HOME: tmpdir(), ...env }
  return outcome(spawn('npm', ['start', '--', ...args], { cwd: root, env: whole }), until)
}

function outcome(started: ChildProcess, until?: string) {
  child = started
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      if (until && said.includes(until)) resolve({ code: null, said })
    }
    started.stdout?.on('data', hear)
    started.stderr?.on('data', hear)
    started.on('exit', (code) => resolve({ code, said }))
  })
}

/** A server on this machine that answers all Web API calls alike; resolves with its port. */
function anApi(body: string): Promise<number> {
  const api = createServer((_, response) => response.setHeader('content-type', 'application/json').end(body))
  server = api
  return new Promise((resolve) => {
    api.listen(0, '127.0.0.1', () => {
      const address = api.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

describe('knowledge that changes while the program runs', () => {
  it('is swapped in the local workspace, kept while it is broken, and swapped when it is mended', async () => {
    const { dir, rules } = ownKnowledge()
    const { said } = await run({ PORT: '0', KNOWLEDGE_DIR: dir }, ['--local'], 'Nothing leaves this machine')
    const text = readFileSync(rules, 'utf8')
    const swapped = hear('knowledge-swapped')
    // As editors do: a new file in the place of the old.
    writeFileSync(`${rules}.tmp`, text.replace('It is heard through walls.', 'It is heard far away.'))
    renameSync(`${rules}.tmp`, rules)
    const first = version(await swapped)
    const kept = hear('knowledge-kept')
    writeFileSync(rules, text.replace('tier: A', 'tier: E').replace('option: dorn', 'option: quux'))
    const refused = await kept
    expect(refused).toContain(`file=${JSON.stringify(rules)} line=16 path="rules[loud].tier"`)
    expect(refused).toContain('remedy="Use one of A, B, C, D, must."')
    expect(refused).toContain('why="the old knowledge stays until the folder loads"')
    expect(version(refused.split('\n').find((line) => line.includes('knowledge-kept')) ?? '')).toBe(first)
    const page = () => fetch(/http:\/\/\S+/.exec(said)?.[0] ?? '')
    expect((await page()).status).toBe(200)
    const mended = hear('knowledge-swapped')
    writeFileSync(rules, text)
    expect(version(await mended)).not.toBe(first)
    const asked = hear('knowledge-swapped')
    const head = join(dirname(rules), 'comparison.yml')
    writeFileSync(head, readFileSync(head, 'utf8').replace('which blip is louder?', 'which blip is new?'))
    await asked
    expect(await (await page()).text()).toContain('which blip is new?')
  })

  it('is swapped on SIGHUP, and only then, where the program answers Slack', async () => {
    const port = await anApi('{"ok":true,"url":"https://t.example/","user_id":"UBOT","bot_id":"BBOT"}')
    const { dir, rules } = ownKnowledge()
    await run(
      {
        SLACK_BOT_TOKEN: 'xoxb-hush',
        SLACK_SIGNING_SECRET: '0123456789abcdef',
        SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
        PORT: '0',
        HOST: '127.0.0.1',
        KNOWLEDGE_DIR: dir,
      },
      [],
      'Listening on port',
    )
    const text = readFileSync(rules, 'utf8')
    writeFileSync(rules, 'rules: nothing\n')
    const kept = hear('knowledge-kept')
    child?.kill('SIGHUP')
    expect(await kept).toContain('knowledge-issue')
    writeFileSync(rules, text.replace('It does not rust.', 'It never rusts.'))
    const swapped = hear('knowledge-swapped')
    child?.kill('SIGHUP')
    expect(await swapped).toMatch(/info knowledge-swapped version="\w+" before="\w+" blockedMs=\d+/)
    const ended = new Promise((resolve) => child?.on('exit', resolve))
    child?.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})

describe('over Socket Mode', () => {
  it('answers from changed knowledge after SIGHUP, on the connection that was there', async () => {
    const { dir } = ownKnowledge()
    const faq = join(dir, 'blips/faq.yml')
    const secrets = { signingSecret: 'a-secret', botToken: 'xoxb-hush', appToken: 'xapp-hush' }
    const workspace = await startWorkspace({ ...secrets, manifest, mode: 'socket' })
    try {
      const env = {
        SLACK_BOT_TOKEN: secrets.botToken,
        SLACK_APP_TOKEN: secrets.appToken,
        SLACK_API_URL: workspace.apiUrl,
        PORT: '0',
        KNOWLEDGE_DIR: dir,
      }
      await run(env, [], 'Connected to Slack by Socket Mode')
      writeFileSync(faq, readFileSync(faq, 'utf8').replace('is a noise maker for cellars', 'hums in cellars'))
      const swapped = hear('knowledge-swapped')
      child?.kill('SIGHUP')
      expect(version(await swapped)).toBe(loadContent(dir).version)
      const user = workspace.people[0]?.id ?? ''
      const channel = workspace.opening.channel
      await workspace.post({ user, channel, text: '/stack what is dorn' })
      const card = await workspace.waitFor(() => workspace.messages(channel).find(({ to }) => to === user))
      expect(JSON.stringify(card)).toContain('Dorn hums in cellars.')
    } finally {
      await workspace.close()
    }
  })
})

describe('the program', () => {
  it('opens the local workspace without credentials, prints one address, and stops on a signal', async () => {
    const { said } = await run({ PORT: '0' }, [], 'Nothing leaves this machine')
    expect(said.match(/http:\/\/\S+/g)).toHaveLength(1)
    const page = await fetch(/http:\/\/\S+/.exec(said)?.[0] ?? '')
    expect(page.status).toBe(200)
    const ended = new Promise((resolve) => child?.on('exit', resolve))
    child?.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('ends with 78 and one line when Slack refuses the token', async () => {
    const port = await anApi('{"ok":false,"error":"invalid_auth"}')
    const { code, said } = await run(
      {
        SLACK_BOT_TOKEN: 'xoxb-hush',
        SLACK_SIGNING_SECRET: '0123456789abcdef',
        SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      },
      [],
    )
    expect(said.trim()).toBe(
      `Slack refused SLACK_BOT_TOKEN (invalid_auth, http://127.0.0.1:${port}/api/auth.test). Copy it again from the settings of your Slack app.`,
    )
    expect(code).toBe(78)
  })

  it('ends with 69 and the beginning of what came instead of an answer of the Web API', async () => {
    const port = await anApi(`<html>${'a page of a proxy '.repeat(20)}</html>`)
    const { code, said } = await run(
      {
        SLACK_BOT_TOKEN: 'xoxb-hush',
        SLACK_SIGNING_SECRET: '0123456789abcdef',
        SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      },
      [],
    )
    const beginning = `http://127.0.0.1:${port}/api/auth.test answered 200 and no JSON: "<html>a page of a proxy`
    expect(said.startsWith(beginning)).toBe(true)
    expect(said.length).toBeLessThan(300)
    expect(code).toBe(69)
  })

  it('ends with 78 and names HOST where that is an address of another machine', async () => {
    const port = await anApi('{"ok":true,"url":"https://t.example/","user_id":"UBOT","bot_id":"BBOT"}')
    const { code, said } = await run(
      {
        SLACK_BOT_TOKEN: 'xoxb-hush',
        SLACK_SIGNING_SECRET: '0123456789abcdef',
        SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
        HOST: '203.0.113.1',
      },
      [],
    )
    expect(said.trim()).toBe(
      'HOST 203.0.113.1 is no address of this machine (EADDRNOTAVAIL). Set HOST to one that is, such as 127.0.0.1, or leave it unset.',
    )
    expect(code).toBe(78)
  })

  it('ends with 78 and says of a wrong folder of knowledge what is missing, not what to train', async () => {
    const { code, said } = await run({ KNOWLEDGE_DIR: import.meta.dirname }, ['--local'])
    expect(said.trim()).toMatch(/holds neither facts\.yml nor a comparison\. .* KNOWLEDGE_DIR .*\.$/)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(78)
  })

  it('ends with 78 and the remedy when the port is taken', async () => {
    const port = await anApi('{}')
    const { code, said } = await run({ PORT: String(port) }, ['--local'])
    expect(said).toContain(`Port ${port} is taken. Set PORT to another`)
    expect(code).toBe(78)
  })
})

describe('npm start', () => {
  it('leaves nothing behind when npm is stopped', async () => {
    const { said } = await npmStart({ PORT: '0' }, ['--local'], 'Nothing leaves this machine')
    const page = /http:\/\/\S+/.exec(said)?.[0] ?? ''
    expect((await fetch(page)).status).toBe(200)
    const ended = new Promise((resolve) => child?.on('exit', resolve))
    child?.kill('SIGTERM')
    await ended
    await vi.waitFor(() => expect(fetch(page)).rejects.toThrow(), { timeout: 30_000 })
  })

  it('ends with the code of the program', async () => {
    const { code, said } = await npmStart({ LOG_LEVEL: 'loud' }, ['--local'])
    expect(said).toContain('LOG_LEVEL is no level')
    expect(code).toBe(78)
  })
})
