import { renameSync, writeFileSync } from 'node:fs'
import { countAll } from '../core/engine.ts'
import { type CountedKnowledge, encodeCompiled, isCompiled } from './compiled.ts'
import { fingerprint } from './fingerprint.ts'
import { loadKnowledge } from './load-knowledge.ts'

/** Loads a folder and counts its wordings. Throws a KnowledgeError that lists everything that is wrong. */
export function loadCounted(dir: string | readonly string[]): CountedKnowledge {
  const knowledge = loadKnowledge(dir)
  return { knowledge, counts: countAll(knowledge) }
}

/**
 * Writes the compiled form of a folder where it is not there yet; a file is put in place when it is whole. Throws a
 * KnowledgeError where the folder cannot be loaded.
 */
export function compileKnowledge(dir: string | readonly string[], file: string): void {
  const print = fingerprint(dir)
  if (isCompiled(file, print)) return
  const next = `${file}.${process.pid}`
  writeFileSync(next, encodeCompiled(print, loadCounted(dir)))
  renameSync(next, file)
}
