import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A fact as labelled in a corpus message: `span` is the exact words that carry it. */
const Label = z.object({
  id: z.string(),
  value: z.enum(['yes', 'no', 'maybe', 'past']),
  counted: z.boolean(),
  reason: z.string().nullish(),
  span: z.string(),
  message: z.number().int().optional(),
})
export type Label = z.infer<typeof Label>

const Line = z.object({
  id: z.string(),
  kind: z.enum(['situation', 'thread', 'oos']),
  text: z.string().optional(),
  messages: z.array(z.object({ text: z.string() })).optional(),
  facts: z.array(Label).default([]),
})

/** One message of the corpus with its labels. */
export interface LabelledMessage {
  text: string
  labels: Label[]
}

export interface Corpus {
  /** Messages of situations and threads, each with its own labels. */
  messages: LabelledMessage[]
  /** Whole situations, for the gate. */
  situations: string[]
  /** The messages that ask for the verdict on the discussion before them, for the gate. */
  closings: string[]
  outOfScope: string[]
  /** General questions, for the gate. */
  general: string[]
  /** Changes when any file does. */
  fingerprint: string
}

/** Reads knowledge/language/corpus, terms.tsv and classes.tsv under `knowledgeDir`; throws with file and line where a line does not parse. */
export function readCorpus(knowledgeDir: string): Corpus {
  const language = join(knowledgeDir, 'language')
  const folder = join(language, 'corpus')
  const hash = createHash('sha256')
  const corpus: Corpus = {
    messages: [],
    situations: [],
    closings: [],
    outOfScope: [],
    general: [],
    fingerprint: '',
  }
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, file), 'utf8')
    hash.update(file).update(text)
    const lines = text.split('\n').filter(Boolean)
    if (file.endsWith('.txt')) corpus.general.push(...lines)
    else
      lines.forEach((line, i) => {
        const parsed = Line.safeParse(JSON.parse(line))
        if (!parsed.success) throw new Error(`${file}:${i + 1}: ${z.prettifyError(parsed.error)}`)
        add(corpus, parsed.data)
      })
  }
  for (const file of ['terms.tsv', 'classes.tsv']) hash.update(readFileSync(join(language, file)))
  corpus.fingerprint = hash.digest('hex').slice(0, 16)
  return corpus
}

function add(corpus: Corpus, line: z.infer<typeof Line>): void {
  if (line.kind === 'oos') corpus.outOfScope.push(line.text ?? '')
  else if (line.messages) {
    line.messages.forEach((message, i) => {
      corpus.messages.push({ text: message.text, labels: line.facts.filter((fact) => fact.message === i) })
    })
    const [closing, before] = line.messages.toReversed()
    if (closing && before) corpus.closings.push(closing.text)
  } else {
    corpus.messages.push({ text: line.text ?? '', labels: line.facts })
    corpus.situations.push(line.text ?? '')
  }
}
