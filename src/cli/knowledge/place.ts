import { basename, join } from 'node:path'
import { entryFiles } from '../../knowledge/entry-files.ts'
import { comparisonFolders, readTextFile } from '../../knowledge/read-folder.ts'
import type { Finding } from './finding.ts'

/** The file and line of what a finding is about; the comparison's head where that is no item of a list. */
export function placeOf({ where }: Finding, folders: readonly string[]): { file: string; line: number } {
  const [slug = '', ...about] = where.split(' ')
  const folder = folders.flatMap(comparisonFolders).find((each) => basename(each) === slug)
  if (!folder) return { file: where, line: 0 }
  const [first = '', second = ''] = about
  const [kind = '', entry = ''] = first.split('/')
  const list = entryFiles.find((each) => each.kind === kind)?.name ?? lists[first]
  const file = join(folder, list ?? 'comparison.yml')
  return { file, line: list ? lineOfItem(file, entry || second) : 1 }
}

/** Files of the things that a finding may name by a word and an id: "rule damp". */
const lists: Readonly<Record<string, string>> = {
  rule: 'rules.yml',
  source: 'sources.yml',
  fact: 'facts.yml',
  foreign: 'vocabulary.yml',
  related: 'vocabulary.yml',
}

function lineOfItem(file: string, id: string): number {
  const lines = readTextFile(file)?.text.split('\n') ?? []
  const at = lines.findIndex(
    (line) => /^\s*(?:- *)?\{?\s*id: *(\S+?)["',}]*(?:\s|$)/.exec(line)?.[1]?.replaceAll('"', '') === id,
  )
  return at + 1 || 1
}
