import { join } from 'node:path'
import type { OwnFacts } from '../core/domain/fact.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import type { ReaderModel } from '../core/reading/model.ts'
import { assembled } from './assemble.ts'
import { checkCatalogue, checkQuantities } from './check-catalogue.ts'
import { checkComparison } from './check-comparison.ts'
import { ContentHash } from './content-hash.ts'
import type { Draft } from './draft.ts'
import { deepFreeze } from './freeze.ts'
import { KnowledgeError, type KnowledgeIssue, wholeFolder } from './knowledge-error.ts'
import { issueAt, type KnowledgeFile } from './knowledge-file.ts'
import { ownFacts, type TakenIds } from './own-facts.ts'
import { readComparison } from './read-comparison.ts'
import { comparisonFolders, foldersOf, isFolder, readTextFile } from './read-folder.ts'
import { readModel } from './read-model.ts'
import { readShared } from './read-shared.ts'

/** Knowledge without what training prepared; training itself starts from this. */
export type Content = Omit<Knowledge, 'model'>

/**
 * Reads a folder of knowledge with the trained model in language/reader.bin, or with the given model instead.
 * Given several folders, as a list or joined as in PATH, what all comparisons share comes from the first, comparisons
 * from all.
 * All content is checked against the schemas and across files, and deep frozen.
 * Throws a KnowledgeError that lists everything that is wrong with file, line, path and remedy.
 */
export function loadKnowledge(
  dir: string | readonly string[],
  given: { model?: ReaderModel } = {},
): Knowledge {
  const issues: KnowledgeIssue[] = []
  const content = readContent(foldersOf(dir), issues)
  const [first = ''] = foldersOf(dir)
  // Where there is no knowledge at all, training would not bring it.
  const model =
    given.model ??
    (holdsKnowledge(first) ? readModel(join(first, 'language', 'reader.bin'), issues) : undefined)
  if (issues.length > 0 || !content || !model) throw new KnowledgeError(issues)
  return Object.freeze({ ...content, model })
}

/** Reads a folder of knowledge as `loadKnowledge` does, but needs no trained model. Throws a KnowledgeError. */
export function loadContent(dir: string | readonly string[]): Content {
  const issues: KnowledgeIssue[] = []
  const content = readContent(foldersOf(dir), issues)
  if (issues.length > 0 || !content) throw new KnowledgeError(issues)
  return content
}

function readContent(folders: readonly string[], issues: KnowledgeIssue[]): Content | undefined {
  const missing = folders.filter((folder) => !holdsKnowledge(folder))
  issues.push(...missing.map(noKnowledge))
  const [first] = folders
  if (missing.length > 0 || first === undefined) return undefined

  const hash = new ContentHash()
  const { catalogue, language, terms, classes } = readShared(first, hash, issues)
  if (catalogue) checkCatalogue(catalogue, issues)
  const drafts: Draft[] = []
  const own = new Map<Draft, OwnFacts>()
  const taken: TakenIds = new Map()
  for (const folder of folders.flatMap(comparisonFolders)) {
    const draft = readComparison(folder, hash, issues)
    if (drafts.some(({ slug }) => slug === draft.slug)) issues.push(sameSlug(folder))
    const broadest = drafts.find(({ head }) => head?.value.broadest)
    if (broadest && draft.head?.value.broadest) issues.push(secondBroadest(draft.head.file, broadest.slug))
    const facts = ownFacts(draft, catalogue?.value, taken, issues)
    if (facts) own.set(draft, facts)
    checkComparison(draft, catalogue?.value, issues)
    drafts.push(draft)
  }
  if (drafts.length === 0) issues.push(noComparison(first))
  if (catalogue) checkQuantities(catalogue, drafts, issues)
  const comparisons = drafts
    .flatMap((draft) => assembled(draft, own.get(draft), issues) ?? [])
    // Lists and examples begin with the broadest.
    .sort((a, b) => Number(b.broadest) - Number(a.broadest))
  if (!catalogue || !language) return undefined
  return deepFreeze({
    version: hash.short(),
    catalogue: catalogue.value,
    language: language.value,
    terms,
    classes,
    comparisons,
  })
}

/** True for a folder with anything in it that belongs to knowledge; what is missing beside that is told apart. */
function holdsKnowledge(dir: string): boolean {
  return (
    isFolder(dir) && (readTextFile(join(dir, 'facts.yml')) !== undefined || comparisonFolders(dir).length > 0)
  )
}

function noKnowledge(dir: string): KnowledgeIssue {
  const problem = isFolder(dir) ? 'holds neither facts.yml nor a comparison' : 'is no folder'
  const remedy =
    'Give the folder of knowledge in KNOWLEDGE_DIR or --knowledge, or leave it out to use the shipped one.'
  return wholeFolder(dir, problem, remedy)
}

function noComparison(dir: string): KnowledgeIssue {
  return wholeFolder(
    dir,
    'holds no comparison',
    'Add a folder with comparison.yml, sources.yml and rules.yml.',
  )
}

function secondBroadest(file: KnowledgeFile, other: string): KnowledgeIssue {
  return issueAt(
    file,
    ['broadest'],
    `is true of ${other} too`,
    'Only one comparison takes cases that name nothing.',
  )
}

function sameSlug(folder: string): KnowledgeIssue {
  return wholeFolder(folder, 'has the name of another comparison', 'Rename one of the two folders.')
}
