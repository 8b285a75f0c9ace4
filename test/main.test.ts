import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, '../dist/main.js')

let child: ChildProcess | undefined
let server: Server | undefined
afterEach(() => {
  child?.kill('SIGKILL')
  server?.close()
  server = undefined
})

/** Starts the program; resolves when it ended, or when its output holds `until`. */
function run(env: Record<string, string>, args: string[], until?: string) {
  const started = spawn(process.execPath, [main, ...args], { cwd: tmpdir(), env })
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
      'Slack refused SLACK_BOT_TOKEN (invalid_auth). Copy it again from the settings of your Slack app.',
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
