import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { answerPart } from './answer.ts'
import { askMemoryPart } from './ask-memory.ts'
import { httpPart } from './http.ts'
import { importPart } from './import.ts'
import { mcpPart } from './mcp.ts'
import { preparePart } from './prepare.ts'
import { pressPart } from './press.ts'
import { readyPart } from './ready.ts'
import { type Row, table } from './row.ts'
import { scalePart } from './scale.ts'
import { threadPart } from './thread.ts'

const PARTS: Record<string, () => Row[] | Promise<Row[]>> = {
  answer: answerPart,
  thread: threadPart,
  press: pressPart,
  prepare: preparePart,
  import: importPart,
  ready: readyPart,
  ask: askMemoryPart,
  http: httpPart,
  mcp: mcpPart,
  scale: scalePart,
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const wanted = values.only?.split(',') ?? Object.keys(PARTS)
const load = () =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')
console.log(`Node ${process.version}, load ${load()}`)
const rows: Row[] = []
for (const name of wanted) {
  const part = PARTS[name]
  if (!part) throw new Error(`No part ${name}; there are ${Object.keys(PARTS).join(', ')}.`)
  rows.push(...(await part()))
}
console.log(table(rows))
console.log(`load at the end ${load()}`)
