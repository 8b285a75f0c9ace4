import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { readSet } from '../eval/sets.ts'
import { distFile } from './dist.ts'
import { digits, type Row } from './row.ts'
import { median, quantile } from './timing.ts'

const STARTS = 5
const QUESTIONS = 300

/** The MCP server as a coding agent starts it: from the start of the process to the first tool, then `ask` by `ask`. */
export async function mcpPart(): Promise<Row[]> {
  const starts: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const start = performance.now()
    const client = await started()
    starts.push(performance.now() - start)
    await client.close()
  }
  const client = await started()
  const texts = readSet('regression').flatMap((item) => (item.kind === 'thread' ? [] : [item.text]))
  const ask = (text: string) => client.callTool({ name: 'ask', arguments: { text } })
  const asks = await each(texts.slice(0, QUESTIONS), ask)
  const pings = await each(texts.slice(0, QUESTIONS), () => client.ping())
  await client.close()
  return [
    { what: 'MCP server, start to connected', value: median(starts), unit: 'ms' },
    {
      what: `MCP ask, ${asks.length} questions for the first time, client's part included`,
      value: median(asks),
      unit: 'ms',
      beside: `95 % ${digits(quantile(asks, 0.95))} ms; an empty request ${digits(median(pings))} ms`,
    },
  ]
}

async function started(): Promise<Client> {
  const client = new Client({ name: 'bench', version: '0' })
  const args = [fileURLToPath(distFile('mcp/main.js'))]
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }))
  return client
}

/** Milliseconds of each call, one after the other. */
async function each(texts: readonly string[], run: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (const text of texts) {
    const start = performance.now()
    await run(text)
    times.push(performance.now() - start)
  }
  return times
}
