import { basename, join } from 'node:path'
import { entryFiles } from '../../knowledge/entry-files.ts'
import { comparisonFolders, overlayFolders, readTextFile } from '../../knowledge/read-folder.ts'
import type { Finding } from './finding.ts'

/**
 * The file and line of what a finding is about: the overlay that has it, else the comparison; the comparison's head
 * where it is no item of a list.
 */
export function placeOf({ where }: Finding, folders: readonly string[]): { file: string; line: number } {
  const [slug = '', ...about] = where.split(' ')
  const named = (folder: string) => basename(folder) === slug
  const folder = folders.flatMap(comparisonFolders).find(named)
  if (!folder) return { file: where, line: 0 }
  const [first = '', second = ''] = about
  const [kind = '', entry = ''] = first.split('/')
  const list = entryFiles.find((each) => each.kind === kind)?.name ?? lists[first]
  if (list === undefined) return { file: join(folder, 'comparison.yml'), line: 1 }
  const overlays = folders.flatMap(overlayFolders).filter(named).reverse()
  const places = [...overlays, folder].map((each) => join(each, list))
  const found = places.map((file) => ({ file, line: lineOfItem(file, entry || second) }))
  return found.find(({ line }) => line > 0) ?? { file: join(folder, list), line: 1 }
}

/** Files of the things that a finding may name by a word and an id: "rule damp". */
const lists: Readonly<Record<string, string>> = {
  rule: 'rules.yml',
  source: 'sources.yml',
  fact: 'facts.yml',
  foreign: 'vocabulary.yml',
  related: 'vocabulary.yml',
}

/** 0 where the file has no such item. */
function lineOfItem(file: string, id: string): number {
  const lines = readTextFile(file)?.text.split('\n') ?? []
  const at = lines.findIndex(
    (line) => /^\s*(?:- *)?\{?\s*id: *(\S+?)["',}]*(?:\s|$)/.exec(line)?.[1]?.replaceAll('"', '') === id,
  )
  return at + 1
}
