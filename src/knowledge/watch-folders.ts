import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Editors write a file in several steps, and save several files. */
const QUIET = 200
/** How soon a folder is looked for that is gone: a checkout takes it away and puts it back. */
const GONE = 500

interface Watched {
  watcher: FSWatcher
  /** A folder that was put in the place of another has the same name and is another. */
  ino: number
}

/**
 * Calls `changed` when files of knowledge in the folders have changed and nothing changed for 200 ms since, until the
 * signal says stop. Folders are watched and not files, since editors save by putting a new file in the place of the
 * old; a folder that is new, or comes back, is watched as soon as it is there. `failed` hears where the system refuses
 * to watch (a limit, a missing right).
 */
export function watchFolders(
  folders: readonly string[],
  { changed, failed }: { changed: () => void; failed: (error: unknown) => void },
  signal?: AbortSignal,
): void {
  const watched = new Map<string, Watched>()
  let timer: NodeJS.Timeout | undefined

  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(fire, QUIET)
  }

  function fire(): void {
    lookOrFail()
    if (folders.every((folder) => watched.has(folder))) changed()
    else timer = setTimeout(fire, GONE)
  }

  function lookOrFail(): void {
    try {
      look()
    } catch (error) {
      failed(error)
    }
  }

  /** Watches every folder that is there and nothing that is not. */
  function look(): void {
    const there = new Map(folders.flatMap(foldersIn))
    for (const [dir, { watcher, ino }] of watched) {
      if (there.get(dir) === ino) continue
      watcher.close()
      watched.delete(dir)
    }
    for (const [dir, ino] of there) {
      if (watched.has(dir)) continue
      const watcher = watchedFolder(dir, (name) => heard(dir, name))
      if (!watcher) continue
      // A folder that is taken away ends its watcher; the next look finds what stands in its place.
      watcher.on('error', soon)
      watched.set(dir, { watcher, ino })
    }
  }

  function heard(dir: string, name: string | null): void {
    const isKnowledge = name === null || /\.(?:ya?ml|tsv|bin)$/.test(name)
    if (!isKnowledge && !isFolderOrWas(dir, name)) return
    lookOrFail()
    soon()
  }

  /** A folder inside, or the folder itself, which is called by its own name when it goes. */
  function isFolderOrWas(dir: string, name: string): boolean {
    return (
      watched.has(join(dir, name)) || folderAt(join(dir, name)) !== undefined || folderAt(dir) === undefined
    )
  }

  signal?.addEventListener('abort', () => {
    clearTimeout(timer)
    for (const { watcher } of watched.values()) watcher.close()
  })
  lookOrFail()
}

/** A folder and all folders inside, hidden ones left out, with what tells each from another of its name. */
function foldersIn(dir: string): [dir: string, ino: number][] {
  const ino = folderAt(dir)
  const inside = orGone(() => readdirSync(dir, { withFileTypes: true }))
  if (ino === undefined || !inside) return []
  const folders = inside.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  return [[dir, ino], ...folders.flatMap(({ name }) => foldersIn(join(dir, name)))]
}

function watchedFolder(dir: string, heard: (name: string | null) => void): FSWatcher | undefined {
  return orGone(() => watch(dir, (_, name) => heard(name)))
}

/** What a folder gives; undefined where it went away between two looks. */
function orGone<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function folderAt(dir: string): number | undefined {
  const stats = statSync(dir, { throwIfNoEntry: false })
  return stats?.isDirectory() ? stats.ino : undefined
}
