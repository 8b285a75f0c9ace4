import { foldersOf } from '../../knowledge/read-folder.ts'
import { watchFolders } from '../../knowledge/watch-folders.ts'

/** Runs `look` now and whenever a file of knowledge in the folders changes, until the signal says stop. */
export function lookAgain(dir: string, look: () => void, signal?: AbortSignal): void {
  const failed = (error: unknown) => {
    throw error
  }
  watchFolders(foldersOf(dir), { changed: look, failed }, signal)
  look()
}
