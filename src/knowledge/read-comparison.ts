import { basename, join } from 'node:path'
import { ComparisonHead, Vocabulary } from '../core/domain/comparison.ts'
import { Catalogue } from '../core/domain/fact.ts'
import { Rules } from '../core/domain/rule.ts'
import { Source } from '../core/domain/source.ts'
import type { ContentHash } from './content-hash.ts'
import type { Draft, EntryItem, Item } from './draft.ts'
import { entryFiles } from './entry-files.ts'
import { type KnowledgeIssue, wholeFile } from './knowledge-error.ts'
import { childOf, issueAt, type KnowledgeFile, type Path, readYaml } from './knowledge-file.ts'
import { type PairsFile, readPairs } from './pairs.ts'
import { readFolder } from './read-folder.ts'
import { checked } from './schema-issues.ts'

const wordingsName = 'wordings.tsv'
const termsName = 'terms.tsv'
const required = ['comparison.yml', 'sources.yml', 'rules.yml']
const known = [
  ...required,
  'vocabulary.yml',
  'facts.yml',
  termsName,
  wordingsName,
  ...entryFiles.map(({ name }) => name),
]

/** Reads the files of a comparison's folder against their schemas. */
export function readComparison(dir: string, hash: ContentHash, issues: KnowledgeIssue[]): Draft {
  const slug = basename(dir)
  const files = readFolder(dir)
  for (const [name, { text }] of files) hash.add(`${slug}/${name}`, text)
  for (const [name, file] of files) if (!known.includes(name)) issues.push(strayFile(file.name))
  for (const name of required) if (!files.has(name)) issues.push(missingFile(join(dir, name)))
  const yaml = new Map<string, KnowledgeFile>()
  for (const [name, { name: path, text }] of files) {
    if (name.endsWith('.yml') && known.includes(name)) yaml.set(name, readYaml(path, text, issues))
  }

  const seen: Seen = { ids: new Set(), unreadable: new Set() }
  const list = <T>(name: string, prefix: string, read: ReadItem<T>): Item<T>[] => {
    const file = yaml.get(name)
    return file ? readList(file, prefix, read, seen, issues) : []
  }
  const one = <T>(name: string, read: ReadItem<T>): Item<T> | undefined => {
    const file = yaml.get(name)
    const value = file && file.value !== undefined ? read(file, [], issues) : undefined
    return file && value !== undefined ? { value, file, path: [] } : undefined
  }
  const sources = list('sources.yml', 'source/', reader(Source))
  const entries = entryFiles.flatMap(({ name, kind, read }): EntryItem[] => list(name, `${kind}/`, read))
  const facts = one('facts.yml', reader(Catalogue))
  const pairs = (name: string, what: string): PairsFile | undefined => {
    const file = files.get(name)
    return file && readPairs(file.name, file.text, what, issues)
  }
  const has = (prefix: string, id: string) => seen.unreadable.has(prefix) || seen.ids.has(prefix + id)
  return {
    slug,
    head: one('comparison.yml', reader(ComparisonHead)),
    sources,
    rules: one('rules.yml', reader(Rules)),
    vocabulary: one('vocabulary.yml', reader(Vocabulary)),
    entries,
    facts,
    hasBrokenFacts: files.has('facts.yml') && facts === undefined,
    terms: pairs(termsName, 'a fact and a term'),
    wordings: pairs(wordingsName, 'an entry and a wording'),
    hasSource: (id) => has('source/', id) || !yaml.has('sources.yml'),
    hasEntry: (id) => {
      const slash = id.indexOf('/') + 1
      return has(id.slice(0, slash), id.slice(slash))
    },
  }
}

/** Ids that were seen, and kinds whose file could not be read at all, by prefix. */
interface Seen {
  ids: Set<string>
  unreadable: Set<string>
}

type ReadItem<T> = (file: KnowledgeFile, path: Path, issues: KnowledgeIssue[]) => T | undefined

function reader<T>(schema: Parameters<typeof checked<T>>[0]): ReadItem<T> {
  return (file, path, issues) => checked(schema, file, path, issues)
}

function readList<T>(
  file: KnowledgeFile,
  prefix: string,
  read: ReadItem<T>,
  seen: Seen,
  issues: KnowledgeIssue[],
): Item<T>[] {
  if (!Array.isArray(file.value)) {
    seen.unreadable.add(prefix)
    // A file that is no YAML was reported when it was read; one that holds only comments has no entries yet.
    if (file.value !== undefined && file.value !== null) {
      issues.push(issueAt(file, [], 'is no list', 'Begin each item with "- id:".'))
    }
    return []
  }
  const items: Item<T>[] = []
  for (const [index, raw] of file.value.entries()) {
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

function strayFile(name: string): KnowledgeIssue {
  const problem = 'is no file of a comparison, so nobody would read it'
  return wholeFile(name, problem, `Use one of ${known.join(', ')}.`)
}

function missingFile(name: string): KnowledgeIssue {
  return wholeFile(name, 'is missing', `Every comparison needs ${required.join(', ')}.`)
}
