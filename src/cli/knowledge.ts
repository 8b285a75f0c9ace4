import { loadKnowledgeDir } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { runKnowledge } from './knowledge/run.ts'

try {
  process.exitCode = runKnowledge(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    knowledgeDir: loadKnowledgeDir(),
    today: new Date().toISOString().slice(0, 10),
  })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode
}
