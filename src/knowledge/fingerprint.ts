import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files that loading may read; the corpus and the schemas are none of them. */
const KNOWLEDGE = /\.(?:ya?ml|tsv|bin)$/

/** Bytes of a fingerprint. */
export const FINGERPRINT = 64

/**
 * Names every file of a folder that loading may read, with its content, in 64 hexadecimal digits: equal for equal
 * knowledge alone, wherever the folder stands. Throws the system's error where it cannot be read.
 */
export function fingerprint(dir: string): string {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => KNOWLEDGE.test(name))
  // What V8 writes another V8 may read otherwise.
  const hash = createHash('sha256').update(process.versions.v8)
  for (const name of names.sort()) {
    const content = readFileSync(join(dir, name))
    hash.update(`\0${name}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
