import { loadKnowledgeDir } from '../config.ts'
import { endWith } from './end-with.ts'
import { runKnowledge } from './knowledge/run.ts'

await endWith(() =>
  runKnowledge(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    knowledgeDir: loadKnowledgeDir(),
    today: new Date().toISOString().slice(0, 10),
  }),
)
