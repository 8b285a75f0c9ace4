import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { Knowledge } from '../core/domain/knowledge.ts'
import type { Background, EntryCounts } from '../core/matching/count-entries.ts'
import { Numbering, type StoredNumbering } from '../core/matching/numbering.ts'
import type { ReaderModel } from '../core/reading/model.ts'
import { FINGERPRINT } from './fingerprint.ts'
import { deepFreeze } from './freeze.ts'

/** Knowledge with what is counted of its wordings: all that an engine is made of. */
export interface CountedKnowledge {
  knowledge: Knowledge
  counts: readonly EntryCounts[]
}

/** The same as plain data. */
interface Stored {
  content: Omit<Knowledge, 'model'>
  model: Omit<ReaderModel, 'background'>
  background: Omit<Background, 'numbers'>
  numbers: StoredNumbering
  counts: readonly EntryCounts[]
}

/** Bytes of a compiled file: the fingerprint of the folder that it was made of, then what was loaded and counted. */
export function encodeCompiled(print: string, { knowledge, counts }: CountedKnowledge): Uint8Array {
  const { model: whole, ...content } = knowledge
  const { background: counted, ...model } = whole
  const { numbers, ...background } = counted
  const stored: Stored = { content, model, background, numbers: numbers.stored(), counts }
  return Buffer.concat([Buffer.from(print, 'latin1'), serialize(stored)])
}

/** What a compiled file holds; undefined where it was made of other knowledge, or is not there. */
export function readCompiled(file: string, print: string): CountedKnowledge | undefined {
  if (!isCompiled(file, print)) return undefined
  const { content, model, background, numbers, counts }: Stored = deserialize(
    readFileSync(file).subarray(FINGERPRINT),
  )
  const whole = { ...model, background: { ...background, numbers: Numbering.of(numbers) } }
  return { knowledge: Object.freeze({ ...deepFreeze(content), model: whole }), counts }
}

/** True when a compiled file is there and was made of the knowledge with this fingerprint. */
export function isCompiled(file: string, print: string): boolean {
  if (!existsSync(file)) return false
  const head = Buffer.alloc(FINGERPRINT)
  const opened = openSync(file, 'r')
  readSync(opened, head)
  closeSync(opened)
  return head.toString('latin1') === print
}
