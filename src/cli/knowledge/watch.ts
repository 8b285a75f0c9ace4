import { watch } from 'node:fs'
import { foldersOf } from '../../knowledge/read-folder.ts'

/** Editors write a file in several steps. */
const QUIET = 200

/** Runs `look` now and whenever a file of knowledge in the folders changes, until the signal says stop. */
export function watchFolders(dir: string, look: () => void, signal?: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined
  for (const folder of foldersOf(dir)) {
    watch(folder, { recursive: true, ...(signal ? { signal } : {}) }, (_, name) => {
      if (name !== null && !/\.(?:yml|tsv|bin)$/.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(look, QUIET)
    })
  }
  signal?.addEventListener('abort', () => clearTimeout(timer))
  look()
}
