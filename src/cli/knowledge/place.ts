import { basename, join } from 'node:path'
import { entryFiles } from '../../knowledge/entry-files.ts'
import { comparisonFolders, overlayFolders, readTextFile } from '../../knowledge/read-folder.ts'
import type { Finding, Place } from './finding.ts'

/**
 * The file and line of what a finding is about: the overlay that has it, else the comparison; the comparison's head
 * where it is no item of a list.
 */
export function placeOf({ where }: Pick<Finding, 'where'>, folders: readonly string[]): Place {
  const [slug = '', ...about] = where.split(' ')
  const isOfSlug = (folder: string) => basename(folder) === slug
  const folder = folders.flatMap(comparisonFolders).find(isOfSlug)
  if (!folder) return { file: where, line: 0 }
  const [first = '', ...named] = about
  const [kind = '', entry = ''] = first.split('/')
  const list = entryFiles.find((each) => each.kind === kind)?.name ?? lists[first]
  if (list === undefined) return { file: join(folder, 'comparison.yml'), line: 1 }
  const overlays = folders.flatMap(overlayFolders).filter(isOfSlug).reverse()
  const places = [...overlays, folder].map((each) => join(each, list))
  const lineOf = plain.has(first) ? lineOfWord : lineOfItem
  const found = places.map((file) => ({ file, line: lineOf(file, entry || named.join(' ')) }))
  return found.find(({ line }) => line > 0) ?? { file: join(folder, list), line: 1 }
}

/** Files of the things that a finding may name by a word and an id or a label: "rule damp", "case Plain API". */
const lists: Readonly<Record<string, string>> = {
  option: 'comparison.yml',
  case: 'comparison.yml',
  rule: 'rules.yml',
  source: 'sources.yml',
  fact: 'facts.yml',
  cue: 'comparison.yml',
  foreign: 'vocabulary.yml',
  related: 'vocabulary.yml',
}

/** Those that are words in a list and have no id. */
const plain = new Set(['cue', 'foreign'])

/** 0 where no list of the file has the word. */
function lineOfWord(file: string, word: string): number {
  const lines = readTextFile(file)?.text.split('\n') ?? []
  const words = (line: string) =>
    line.split(/[[\],]|^\s*- /).map((each) => each.replace(/^[\s"']+|[\s"']+$/g, ''))
  return lines.findIndex((line) => words(line).includes(word)) + 1
}

/** 0 where the file has no such item. */
function lineOfItem(file: string, name: string): number {
  const lines = readTextFile(file)?.text.split('\n') ?? []
  const item = /^\s*(?:- *)?\{?\s*(?:id|label|word): *(["']?)(.+?)\1\s*(?:[,}#].*)?$/
  return lines.findIndex((line) => item.exec(line)?.[2] === name) + 1
}
