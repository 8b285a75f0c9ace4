import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const fixture = join(import.meta.dirname, 'fixture')
export const guides = join(import.meta.dirname, 'guides')

/** A change to a copy of the fixture: in `file`, `find` becomes `put`; without `find` the file is written anew. */
export interface Edit {
  file: string
  find?: string
  /** Absent: the file is taken away. */
  put?: string
}

/** Runs a check on a changed copy of the fixture and takes the copy away again. */
export function withBrokenCopy<T>(edits: readonly Edit[], check: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'knowledge-'))
  try {
    cpSync(fixture, dir, { recursive: true })
    for (const edit of edits) apply(dir, edit)
    return check(dir)
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function apply(dir: string, { file, find, put }: Edit): void {
  const name = join(dir, file)
  if (put === undefined) {
    rmSync(name)
    return
  }
  if (find === undefined) {
    writeFileSync(name, put)
    return
  }
  const text = readFileSync(name, 'utf8')
  if (!text.includes(find)) throw new Error(`${file} does not hold "${find}"`)
  writeFileSync(name, text.replace(find, put))
}
