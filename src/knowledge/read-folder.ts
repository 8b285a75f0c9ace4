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

/** What some editors begin a file with. */
const BYTE_ORDER_MARK = /^\uFEFF/

/** A file's text; undefined when there is no such file. */
export function readTextFile(name: string): FolderFile | undefined {
  return isFile(name) ? { name, text: readFileSync(name, 'utf8').replace(BYTE_ORDER_MARK, '') } : undefined
}

/** The files of a comparison's folder that hold knowledge, by file name, in the order of their names. */
export function readFolder(dir: string): Map<string, FolderFile> {
  const files = new Map<string, FolderFile>()
  for (const base of namesIn(dir)) {
    const file = readTextFile(join(dir, base))
    if (file) files.set(base, file)
  }
  return files
}

/** Names that are looked at, in order; what is hidden or has another ending may lie beside. */
export function namesIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => /^[^.].*\.(?:ya?ml|tsv)$/.test(name))
    .sort()
}

/** The folders inside that hold a comparison, in the order of their names. */
export function comparisonFolders(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .map((name) => join(dir, name))
    .filter((folder) => isFolder(folder) && hasHead(folder))
}

/** The folders inside that hold files of a comparison but no comparison.yml, in the order of their names. */
export function overlayFolders(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .filter((name) => !notComparisons.has(name))
    .map((name) => join(dir, name))
    .filter((folder) => isFolder(folder) && !hasHead(folder) && namesIn(folder).length > 0)
}

/** Under a wrong ending as well: that is told, and the folder is what it is. */
function hasHead(folder: string): boolean {
  return ['comparison.yml', 'comparison.yaml'].some((name) => isFile(join(folder, name)))
}

/** What all comparisons share stands in these. */
const notComparisons = new Set(['language', 'schemas'])

export function isFolder(dir: string): boolean {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false
}

export function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false
}
