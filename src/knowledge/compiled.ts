import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import type { Knowledge } from '../core/domain/knowledge.ts'
import type { Counts } from '../core/engine.ts'
import { Numbering } from '../core/language/numbering.ts'
import type { ReaderModel } from '../core/reading/model.ts'
import { pack, unpack } from './arrays-apart.ts'
import { FINGERPRINT } from './fingerprint.ts'
import { deepFreeze } from './freeze.ts'

/** Knowledge with what is counted of its wordings: all that an engine is made of. */
export interface CountedKnowledge {
  knowledge: Knowledge
  counts: Counts
}

/** The same as plain data. */
interface Stored {
  content: Omit<Knowledge, 'model'>
  model: Omit<ReaderModel, 'background'>
  counts: Counts
}

const NO_BACKGROUND = Object.freeze({ texts: 0, numbers: new Numbering(), documents: [], mass: [] })

/** Without what is there to be counted, and is counted: wordings, terms, classes, the background of questions out of scope. */
export function withoutCounted({ knowledge, counts }: CountedKnowledge): CountedKnowledge {
  const { model, ...content } = knowledge
  const comparisons = content.comparisons.map(({ ownFacts, ...comparison }) => ({
    ...comparison,
    ...(ownFacts ? { ownFacts: { ...ownFacts, terms: [] } } : {}),
    entries: comparison.entries.map((entry) => ({ ...entry, wordings: [] })),
  }))
  const whole = { ...model, background: NO_BACKGROUND }
  return {
    knowledge: Object.freeze({
      ...deepFreeze({ ...content, comparisons, terms: [], plainTerms: [], classes: [] }),
      model: whole,
    }),
    counts,
  }
}

/** Bytes of a compiled file: the fingerprint of the folder that it was made of, then what is needed to answer. */
export function encodeCompiled(print: string, counted: CountedKnowledge): Uint8Array {
  const { knowledge, counts } = withoutCounted(counted)
  const { model: whole, ...content } = knowledge
  const { background, ...model } = whole
  const stored: Stored = { content, model, counts }
  return Buffer.concat([Buffer.from(print, 'latin1'), pack(stored)])
}

/** What a compiled file holds; undefined where it was made of other knowledge, or is not there. */
export function readCompiled(file: string, print: string): CountedKnowledge | undefined {
  if (!isCompiled(file, print)) return undefined
  return decodeCompiled(readFileSync(file).subarray(FINGERPRINT))
}

/** The way back from the bytes behind the fingerprint. */
export function decodeCompiled(bytes: Uint8Array): CountedKnowledge {
  const { content, model, counts } = unpack(bytes) as Stored
  const whole = { ...model, background: NO_BACKGROUND }
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
