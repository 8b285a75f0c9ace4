import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterEach, describe, expect, it } from 'vitest'
import { newComparison } from '../../src/cli/knowledge/new-comparison.ts'
import { knowledgeDir } from '../cli/ask/shipped.ts'

const main = join(import.meta.dirname, '../../dist/mcp/main.js')
const node = process.execPath
const elsewhere = tmpdir()

let client: Client | undefined
afterEach(async () => {
  await client?.close()
  client = undefined
})

/** The real process over real pipes; closing the client ends it, or kills it after a moment. */
async function spawned(args: string[], options: ConstructorParameters<typeof Client>[1] = {}) {
  const transport = new StdioClientTransport({
    command: node,
    args: [main, ...args],
    cwd: elsewhere,
    stderr: 'pipe',
  })
  client = new Client({ name: 'test', version: '0' }, options)
  await client.connect(transport)
  return client
}

/** Starts the process with an input, then closes it; gives its exit code and what it said. */
async function run(args: string[], input: string, env: Record<string, string> = {}) {
  const child = spawn(node, [main, ...args], { cwd: elsewhere, env, timeout: 120_000 })
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { out, err, code }
}

const opening = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
})}\n`

describe('the MCP process', () => {
  it.each(['legacy', 'auto'] as const)(
    'answers the SDK client that negotiates %s, from any folder',
    async (mode) => {
      const connected = await spawned([], { versionNegotiation: { mode } })
      const { structuredContent } = await connected.callTool({
        name: 'ask',
        arguments: { text: 'chat app, the team only knows django' },
      })
      expect(structuredContent).toMatchObject({ kind: 'verdict', pick: 'node' })
      expect((await connected.listResources()).resources.length).toBeGreaterThan(5)
    },
  )

  it('takes several folders of knowledge, in order', async () => {
    const house = mkdtempSync(join(tmpdir(), 'house-'))
    try {
      newComparison([house], 'left-vs-right', '2026-11-21')
      const connected = await spawned(['--knowledge', knowledgeDir, '--knowledge', house])
      const { resources } = await connected.listResources()
      expect(resources.map(({ name }) => name)).toContain('left-vs-right')
    } finally {
      rmSync(house, { recursive: true })
    }
  })

  it('writes nothing but the protocol on its output, and ends with 0 when its input closes', async () => {
    const { out, err, code } = await run([], '')
    expect({ out, code }).toEqual({ out: '', code: 0 })
    expect(err).toMatch(/^stack-verdict: \d+ comparisons, knowledge [0-9a-f]+, ready\.\n$/)
  })

  it('answers in lines of JSON alone', async () => {
    const child = spawn(node, [main], { cwd: elsewhere, timeout: 120_000 })
    const ended = Promise.all([text(child.stdout), once(child, 'close')])
    child.stdin.write(`${opening}no protocol\n`)
    await once(child.stdout, 'data')
    child.stdin.end()
    const [out, [code]] = await ended
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).jsonrpc)).toEqual(lines.map(() => '2.0'))
    expect(code).toBe(0)
  })

  it('reads KNOWLEDGE_DIR, and ends with 78 and the list where that is wrong', async () => {
    const { out, err, code } = await run([], '', { KNOWLEDGE_DIR: '/nowhere' })
    expect({ out, code }).toEqual({ out: '', code: 78 })
    expect(err).toContain('/nowhere is no folder. ')
  })

  it('ends with 64 and the usage for an unknown option', async () => {
    const { out, err, code } = await run(['--zebra'], '')
    expect({ out, code }).toEqual({ out: '', code: 64 })
    expect(err).toMatch(/^Unknown option '--zebra'[\s\S]*--knowledge DIR/)
  })
})
