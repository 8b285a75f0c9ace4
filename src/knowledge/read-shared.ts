import { join } from 'node:path'
import type { z } from 'zod'
import { Catalogue, type FactTerms } from '../core/domain/fact.ts'
import { Language } from '../core/domain/language.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkedTerms } from './check-terms.ts'
import { checkedFile } from './checked-file.ts'
import type { ContentHash } from './content-hash.ts'
import type { Item } from './draft.ts'
import { type KnowledgeIssue, wholeFile } from './knowledge-error.ts'
import { mergedCatalogue } from './merge.ts'
import { type PairsFile, readPairs } from './pairs.ts'
import { isFolder, readTextFile } from './read-folder.ts'
import type { HouseFolder } from './read-house.ts'
import { checkStray, isMisnamed } from './stray-files.ts'

/** What all comparisons share; undefined where a file is missing or broken. */
export interface Shared {
  /** With the facts of houses, which come before those of their rank. */
  catalogue: Catalogue | undefined
  /** Files of shared facts, those of houses too. */
  files: Item<Catalogue>[]
  language: Item<Language> | undefined
  terms: FactTerms
  plainTerms: FactTerms
  classes: [name: string, phrase: string][]
}

const ofLanguage = ['language.yml', 'terms.tsv', 'plain-terms.tsv', 'classes.tsv']

/**
 * Reads facts.yml and language/ of a folder of knowledge, with the facts and terms that houses add; the lists
 * of terms and classes may be missing.
 */
export function readShared(
  dir: string,
  hash: ContentHash,
  houses: readonly HouseFolder[],
  issues: KnowledgeIssue[],
): Shared {
  const languageDir = join(dir, 'language')
  if (isFolder(languageDir)) checkStray(languageDir, { known: ofLanguage, of: 'language' }, issues)
  const own = readOne(dir, 'facts.yml', Catalogue, hash, issues)
  const language = readOne(dir, 'language/language.yml', Language, hash, issues)
  const files = [...(own ? [own] : []), ...houses.flatMap(({ facts }) => facts ?? [])]
  for (const [at, file] of files.entries()) {
    // A house may lie over a comparison, and over nothing that all share.
    checkCatalogue(file, issues, mergedCatalogue(files.slice(0, at)))
  }
  const hasBrokenFacts = houses.some((house) => house.hasBrokenFacts)
  const catalogue = own && !hasBrokenFacts ? mergedCatalogue(files) : undefined
  const facts = catalogue && new Set(catalogue.facts.map(({ id }) => id))
  const terms = readList(dir, 'language/terms.tsv', 'a fact and a term', hash, issues)
  const plain = readList(dir, 'language/plain-terms.tsv', 'a fact and a term', hash, issues)
  const classes = readList(dir, 'language/classes.tsv', 'a class and a word or phrase', hash, issues)
  const remedy = 'Use the id of a fact in facts.yml.'
  return {
    catalogue,
    files,
    language,
    terms: [terms, ...houses.map((house) => house.terms)].flatMap((file) =>
      file ? checkedTerms(file, facts, remedy, issues) : [],
    ),
    plainTerms: plain ? checkedTerms(plain, facts, remedy, issues) : [],
    classes: classes?.pairs.map(({ left, right }) => [left, right]) ?? [],
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
    const path = join(dir, name)
    if (!isMisnamed(path)) issues.push(wholeFile(path, 'is missing', 'Every folder of knowledge needs it.'))
    return undefined
  }
  hash.add(name, read.text)
  return checkedFile(read, schema, issues)
}

/** A list of pairs that may be missing. */
function readList(
  dir: string,
  name: string,
  what: string,
  hash: ContentHash,
  issues: KnowledgeIssue[],
): PairsFile | undefined {
  const read = readTextFile(join(dir, name))
  if (!read) return undefined
  hash.add(name, read.text)
  return readPairs(read.name, read.text, what, issues)
}
