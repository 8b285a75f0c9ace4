import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldersOf, isFolder } from './read-folder.ts'

/** Files that loading may read; the corpus and the schemas are none of them. */
const KNOWLEDGE = /\.(?:ya?ml|tsv|bin)$/

/** Bytes of a fingerprint. */
export const FINGERPRINT = 64

/**
 * Names every file of some folders that loading may read, with its content, in 64 hexadecimal digits: equal for equal
 * knowledge alone, wherever the folders stand; their order counts. Throws the system's error where one cannot be read.
 */
export function fingerprint(dir: string | readonly string[]): string {
  // What V8 writes another V8 may read otherwise.
  const hash = createHash('sha256').update(process.versions.v8)
  for (const [place, folder] of foldersOf(dir).entries()) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      KNOWLEDGE.test(name),
    )
    if (place > 0) hash.update(`\0\0${place}\0`)
    for (const name of names.sort()) {
      const content = readFileSync(join(folder, name))
      hash.update(`\0${name}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

/** The same, or nothing where one of them is no folder: whoever loads it says so. */
export function fingerprintIfThere(dir: string | readonly string[]): string {
  return foldersOf(dir).every(isFolder) ? fingerprint(dir) : ''
}
