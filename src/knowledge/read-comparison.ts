import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { ComparisonHead, Vocabulary } from '../core/domain/comparison.ts'
import { Catalogue } from '../core/domain/fact.ts'
import { type Rule, Rules } from '../core/domain/rule.ts'
import { Source } from '../core/domain/source.ts'
import { comparisonFiles, missingFile, type ReadItem } from './comparison-files.ts'
import type { ContentHash } from './content-hash.ts'
import type { Draft, EntryItem, Item } from './draft.ts'
import { entryFiles } from './entry-files.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { checked } from './schema-issues.ts'

export const wordingsName = 'wordings.tsv'
export const termsName = 'terms.tsv'
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
  const files = comparisonFiles(dir, known, '', hash, issues)
  for (const name of required) {
    if (!files.has(name))
      issues.push(missingFile(dir, name, `Every comparison needs ${required.join(', ')}.`))
  }
  const facts = files.one('facts.yml', reader(Catalogue))
  const rules = files.one('rules.yml', reader(Rules))
  const terms = files.pairs(termsName, 'a fact and a term')
  const wordings = files.pairs(wordingsName, 'an entry and a wording')
  return {
    slug: basename(dir),
    folders: [dir],
    houses: [],
    head: files.one('comparison.yml', reader(ComparisonHead)),
    sources: files.list('sources.yml', 'source/', reader<Source>(Source), 1),
    rules,
    ruleList: rules ? rules.value.rules.map((value, at) => itemOf(rules, value, at)) : [],
    vocabulary: files.one('vocabulary.yml', reader(Vocabulary)),
    entries: entryFiles.flatMap(({ name, kind, read }): EntryItem[] => files.list(name, `${kind}/`, read)),
    facts: facts ? [facts] : [],
    hasBrokenFacts: files.has('facts.yml') && facts === undefined,
    terms: terms ? [terms] : [],
    wordings: wordings ? [wordings] : [],
    hasSource: (id) => files.knows('source/', id) || !files.yaml('sources.yml'),
    hasEntry: (id) => {
      const slash = id.indexOf('/') + 1
      return files.knows(id.slice(0, slash), id.slice(slash))
    },
  }
}

/** Reads one item by its schema. */
export function reader<T>(schema: z.ZodType<T>): ReadItem<T> {
  return (file, path, issues) => checked(schema, file, path, issues)
}

/** Which of a draft's folders a file stands in: the comparison's own is 0, each overlay one more. */
export function layerOf({ folders }: Draft, file: string): number {
  return folders.indexOf(dirname(file))
}

function itemOf({ file }: Item<unknown>, value: Rule, at: number): Item<Rule> {
  return { value, file, path: ['rules', at] }
}
