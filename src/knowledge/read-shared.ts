import { join } from 'node:path'
import type { z } from 'zod'
import { Catalogue } from '../core/domain/fact.ts'
import { Language } from '../core/domain/language.ts'
import type { ContentHash } from './content-hash.ts'
import type { Item } from './draft.ts'
import { type KnowledgeIssue, wholeFile } from './knowledge-error.ts'
import { readYaml } from './knowledge-file.ts'
import { readPairs } from './pairs.ts'
import { readTextFile } from './read-folder.ts'
import { checked } from './schema-issues.ts'

/** What all comparisons share; undefined where a file is missing or broken. */
export interface Shared {
  catalogue: Item<Catalogue> | undefined
  language: Item<Language> | undefined
  terms: [fact: string, term: string][]
  classes: [name: string, phrase: string][]
}

/** Reads facts.yml and language/ of a folder of knowledge; terms.tsv and classes.tsv may be missing. */
export function readShared(dir: string, hash: ContentHash, issues: KnowledgeIssue[]): Shared {
  const catalogue = readOne(dir, 'facts.yml', Catalogue, hash, issues)
  const language = readOne(dir, 'language/language.yml', Language, hash, issues)
  const facts = catalogue && new Set(catalogue.value.facts.map(({ id }) => id))
  return {
    catalogue,
    language,
    terms: readTerms(dir, facts, hash, issues),
    classes: readClasses(dir, hash, issues),
  }
}

function readOne<T>(
  dir: string,
  name: string,
  schema: z.ZodType<T>,
  hash: ContentHash,
  issues: KnowledgeIssue[],
): Item<T> | undefined {
  const read = readTextFile(join(dir, name))
  if (!read) {
    issues.push(wholeFile(join(dir, name), 'is missing', 'Every folder of knowledge needs it.'))
    return undefined
  }
  hash.add(name, read.text)
  const file = readYaml(read.name, read.text, issues)
  const value = file.value === undefined ? undefined : checked(schema, file, [], issues)
  return value === undefined ? undefined : { value, file, path: [] }
}

function readClasses(dir: string, hash: ContentHash, issues: KnowledgeIssue[]): Shared['classes'] {
  const name = 'language/classes.tsv'
  const read = readTextFile(join(dir, name))
  if (!read) return []
  hash.add(name, read.text)
  const { pairs } = readPairs(read.name, read.text, 'a class and a word or phrase', issues)
  return pairs.map(({ left, right }) => [left, right])
}

/** Terms are reported by fact, not line by line: a fact that is renamed breaks hundreds of them. */
function readTerms(
  dir: string,
  facts: ReadonlySet<string> | undefined,
  hash: ContentHash,
  issues: KnowledgeIssue[],
): Shared['terms'] {
  const name = 'language/terms.tsv'
  const read = readTextFile(join(dir, name))
  if (!read) return []
  hash.add(name, read.text)
  const unknown = new Set<string>()
  return readPairs(read.name, read.text, 'a fact and a term', issues).pairs.map(({ left, right, line }) => {
    if (facts?.has(left) === false && !unknown.has(left)) {
      unknown.add(left)
      const problem = 'is no fact'
      issues.push({
        file: read.name,
        line,
        path: left,
        problem,
        remedy: 'Use the id of a fact in facts.yml.',
      })
    }
    return [left, right]
  })
}
