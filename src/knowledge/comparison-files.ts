import { basename, join } from 'node:path'
import type { ContentHash } from './content-hash.ts'
import type { Item } from './draft.ts'
import { type KnowledgeIssue, wholeFile } from './knowledge-error.ts'
import { childOf, issueAt, type KnowledgeFile, type Path, readYaml } from './knowledge-file.ts'
import { type PairsFile, readPairs } from './pairs.ts'
import { readFolder } from './read-folder.ts'
import { checkStray, isMisnamed } from './stray-files.ts'

export type ReadItem<T> = (file: KnowledgeFile, path: Path, issues: KnowledgeIssue[]) => T | undefined

/** The files of one folder of a comparison, opened, with the ids that were seen in them. */
export interface ComparisonFiles {
  /** True where the file is there, be it under a wrong ending, which is told. */
  has(name: string): boolean
  /** The file as YAML; undefined where it is missing. */
  yaml(name: string): KnowledgeFile | undefined
  /**
   * The items of a file that is a list. Their ids are remembered under `prefix`. A list of fewer than `least` is an
   * issue, and so is an empty file: whatever it held would be gone without a word.
   */
  list<T>(name: string, prefix: string, read: ReadItem<T>, least?: number): Item<T>[]
  one<T>(name: string, read: ReadItem<T>): Item<T> | undefined
  pairs(name: string, what: string): PairsFile | undefined
  /** True for an id that was seen, and for any of a file that could not be read. */
  knows(prefix: string, id: string): boolean
}

/**
 * Opens the files of a comparison's folder. Those that are not among the `known` are issues, for nobody would read
 * them. `place` tells folders of one name apart in the hash.
 */
export function comparisonFiles(
  dir: string,
  known: readonly string[],
  place: string,
  hash: ContentHash,
  issues: KnowledgeIssue[],
): ComparisonFiles {
  const slug = basename(dir)
  const files = readFolder(dir)
  for (const [name, { text }] of files) hash.add(`${place}${slug}/${name}`, text)
  checkStray(dir, { known, of: 'a comparison' }, issues)
  const misnamed = (name: string) => isMisnamed(join(dir, name))
  const yaml = new Map<string, KnowledgeFile>()
  for (const [name, { name: path, text }] of files) {
    if (name.endsWith('.yml') && known.includes(name)) yaml.set(name, readYaml(path, text, issues))
  }
  const seen: Seen = { ids: new Set(), unreadable: new Set() }
  return {
    has: (name) => files.has(name) || misnamed(name),
    yaml: (name) => yaml.get(name),
    list: (name, prefix, read, least = 0) => {
      const file = yaml.get(name)
      const none = misnamed(name) ? undefined : []
      const items = file ? listIn(file, least, issues) : none
      if (!items) seen.unreadable.add(prefix)
      return file && items ? readItems(file, items, prefix, read, seen, issues) : []
    },
    one: (name, read) => {
      const file = yaml.get(name)
      const value = file && file.value !== undefined ? read(file, [], issues) : undefined
      return file && value !== undefined ? { value, file, path: [] } : undefined
    },
    pairs: (name, what) => {
      const file = files.get(name)
      return file && readPairs(file.name, file.text, what, issues)
    },
    knows: (prefix, id) => seen.unreadable.has(prefix) || seen.ids.has(prefix + id),
  }
}

/** An issue of a file that is missing though every folder of its kind needs it. */
export function missingFile(dir: string, name: string, remedy: string): KnowledgeIssue {
  return wholeFile(join(dir, name), 'is missing', remedy)
}

/** Ids that were seen, and kinds whose file could not be read at all, by prefix. */
interface Seen {
  ids: Set<string>
  unreadable: Set<string>
}

/** A file's list; undefined where it is none, which is told. What is no YAML was told when it was read. */
function listIn(file: KnowledgeFile, least: number, issues: KnowledgeIssue[]): unknown[] | undefined {
  const { value } = file
  const report = (problem: string, remedy: string) => void issues.push(issueAt(file, [], problem, remedy))
  if (value === null) {
    report('is empty', least > 0 ? 'Write at least one item.' : 'Write items, or "[]", or remove the file.')
  } else if (Array.isArray(value)) {
    if (value.length >= least) return value
    report('holds no item', 'Write at least one.')
  } else if (value !== undefined) report('is no list', 'Begin each item with "- id:".')
  return undefined
}

function readItems<T>(
  file: KnowledgeFile,
  list: readonly unknown[],
  prefix: string,
  read: ReadItem<T>,
  seen: Seen,
  issues: KnowledgeIssue[],
): Item<T>[] {
  const items: Item<T>[] = []
  for (const [index, raw] of list.entries()) {
    const id = childOf(raw, 'id')
    if (typeof id === 'string') {
      if (seen.ids.has(prefix + id)) {
        issues.push(
          issueAt(file, [index, 'id'], 'is an id that stands here already', 'Give each its own id.'),
        )
      }
      seen.ids.add(prefix + id)
    }
    const value = read(file, [index], issues)
    if (value !== undefined) items.push({ value, file, path: [index] })
  }
  return items
}
