import { readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Folders as a list; a text may name several, joined as in PATH. */
export function foldersOf(dir: string | readonly string[]): readonly string[] {
  return typeof dir === 'string' ? dir.split(delimiter).filter(Boolean) : dir
}

/** A text file; `name` is its path from the folder as the caller gave it. */
export interface FolderFile {
  name: string
  text: string
}

/** A file's text; undefined when there is no such file. */
export function readTextFile(name: string): FolderFile | undefined {
  return isFile(name) ? { name, text: readFileSync(name, 'utf8') } : undefined
}

/** The files of a comparison's folder that hold knowledge, by file name, in the order of their names. */
export function readFolder(dir: string): Map<string, FolderFile> {
  const files = new Map<string, FolderFile>()
  for (const base of readdirSync(dir).sort()) {
    const file = /\.(ya?ml|tsv)$/.test(base) ? readTextFile(join(dir, base)) : undefined
    if (file) files.set(base, file)
  }
  return files
}

/** The folders inside that hold a comparison, in the order of their names. */
export function comparisonFolders(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .map((name) => join(dir, name))
    .filter((folder) => isFolder(folder) && isFile(join(folder, 'comparison.yml')))
}

/** The folders inside that hold files of a comparison but no comparison.yml, in the order of their names. */
export function overlayFolders(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .filter((name) => !notComparisons.has(name))
    .map((name) => join(dir, name))
    .filter(
      (folder) => isFolder(folder) && !isFile(join(folder, 'comparison.yml')) && readFolder(folder).size > 0,
    )
}

/** What all comparisons share stands in these. */
const notComparisons = new Set(['language', 'schemas'])

export function isFolder(dir: string): boolean {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false
}
