import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** A fact as a writer labelled it. */
export const LabelledFact = z.object({
  id: z.string(),
  value: z.enum(['yes', 'no', 'maybe', 'past']),
  counted: z.boolean(),
  reason: z.string().optional(),
  quote: z.string().optional(),
  message: z.number().int().optional(),
})
const item = {
  id: z.string(),
  from: z.string().optional(),
  /** The comparison that it is about. */
  comparison: z.string().default('node-vs-python'),
}
const pick = z.string().nullable()

/** One labelled question, as its writer left it. */
export const Item = z
  .discriminatedUnion('kind', [
    z.object({ ...item, kind: z.literal('situation'), text: z.string(), pick, facts: z.array(LabelledFact) }),
    z.object({
      ...item,
      kind: z.literal('general'),
      text: z.string(),
      /** What the answer cites, for guides that were read line by line … */
      lines: z.array(z.string()).default([]),
      /** … or the entries that answer it. */
      entries: z.array(z.string()).default([]),
    }),
    z.object({ ...item, kind: z.literal('oos'), text: z.string(), near: z.boolean() }),
    z.object({
      ...item,
      kind: z.literal('thread'),
      messages: z.array(z.object({ author: z.string(), text: z.string() })).min(2),
      pick,
      facts: z.array(LabelledFact),
      contradiction: z.array(z.string()).optional(),
    }),
  ])
  .refine((each) => each.kind !== 'general' || each.lines.length + each.entries.length > 0, {
    error: 'A general question names the lines or the entries that answer it.',
  })
export type Item = z.infer<typeof Item>

export type Half = 'regression' | 'blind'

/** All labelled questions of one half: `regression` may be read by whoever tunes, `blind` must not. */
export function readSet(half: Half): Item[] {
  return filesOf(half).flatMap((file) => readLines(file, Item))
}

/** The questions that authors of comparisons wrote for their own one, by its slug. */
export function readComparisonSets(half: Half): [slug: string, items: Item[]][] {
  return filesOf(half, 'comparisons/').map((file) => [
    file.replace(/^.*\/(?:regression|blind)-|\.jsonl$/g, ''),
    readLines(file, Item),
  ])
}

function filesOf(half: Half, folder = ''): string[] {
  return readdirSync(new URL(`../questions/${folder}`, import.meta.url))
    .filter((file) => file.startsWith(half) && file.endsWith('.jsonl'))
    .sort()
    .map((file) => `${folder}${file}`)
}

/** The lines of a file under test/questions; throws with file and line where one does not parse. */
export function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(new URL(`../questions/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const parsed = schema.safeParse(JSON.parse(line))
      if (!parsed.success)
        throw new Error(`test/questions/${file}:${i + 1}: ${z.prettifyError(parsed.error)}`)
      return parsed.data
    })
}
