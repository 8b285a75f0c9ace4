import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { parseArgs } from 'node:util'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { z } from 'zod'
import { loadTerminal } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { prepare } from '../core/engine.ts'
import { KnowledgeError } from '../knowledge/knowledge-error.ts'
import { openKnowledge } from '../knowledge/open-knowledge.ts'
import { inPackage } from '../package-root.ts'
import { createServer } from './server.ts'

const usage = `Serves the Model Context Protocol on its standard streams, for coding agents.

  npm run --silent mcp -- [--knowledge DIR]

  --knowledge DIR   a folder of comparisons, again for several (default: KNOWLEDGE_DIR, or the shipped one)
  --help            this text

Ends with 0 when its input closes; 64 for wrong options; 78 for knowledge or settings that are wrong.
`

/** Loads the knowledge and serves until the input closes; everything but the protocol goes to stderr. */
async function serve(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { knowledge: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    log(usage)
    return
  }
  const shipped = inPackage('knowledge')
  const { command, knowledgeDir = shipped } = loadTerminal()
  const { knowledge, counts } = await openKnowledge(values.knowledge?.join(delimiter) ?? knowledgeDir)
  const engine = prepare(knowledge, counts)
  const about = readFileSync(inPackage('package.json'), 'utf8')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(about))
  const today = () => new Date().toISOString().slice(0, 10)
  serveStdio(() => createServer(engine, { version, command, today, log }), {
    onerror: ({ message }) => log(message),
  })
  log(`stack-verdict: ${knowledge.comparisons.length} comparisons, knowledge ${knowledge.version}, ready.`)
}

function log(line: string): void {
  process.stderr.write(`${line}\n`)
}

try {
  await serve(process.argv.slice(2))
} catch (error) {
  const known = error instanceof ConfigError || error instanceof KnowledgeError
  if (!known && !(error instanceof TypeError && 'code' in error)) throw error
  log(known ? error.message : `${error.message}\n\n${usage}`)
  process.exitCode = known ? error.exitCode : 64
}
