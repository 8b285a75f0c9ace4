import { basename, join } from 'node:path'
import type { OwnFacts } from '../core/domain/fact.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import type { ReaderModel } from '../core/reading/model.ts'
import { assembled } from './assemble.ts'
import { checkQuantities } from './check-catalogue.ts'
import { checkComparison } from './check-comparison.ts'
import { ContentHash } from './content-hash.ts'
import type { Draft } from './draft.ts'
import { deepFreeze } from './freeze.ts'
import { KnowledgeError, type KnowledgeIssue, wholeFolder } from './knowledge-error.ts'
import { issueAt, type KnowledgeFile } from './knowledge-file.ts'
import { ownFacts, type TakenIds } from './own-facts.ts'
import { readComparison } from './read-comparison.ts'
import { comparisonFolders, overlayFolders } from './read-folder.ts'
import { checkHouses, type HouseFolder, isHouse, readHouse, withHouse } from './read-house.ts'
import { readModel } from './read-model.ts'
import { type OverlayChange, readOverlay } from './read-overlay.ts'
import { readShared } from './read-shared.ts'
import { checkSlug } from './slug.ts'
import { noHouse, soundFolders } from './sound-folders.ts'
import { checkStray } from './stray-files.ts'

/** Knowledge without what training prepared; training itself starts from this. */
export type Content = Omit<Knowledge, 'model'>

/** What may stand beside the folders of comparisons. */
const topLevel = {
  known: ['facts.yml'],
  of: 'knowledge',
  remedy: 'Call it facts.yml, or put it into the folder of its comparison.',
}

/**
 * Reads a folder of knowledge with the trained model in language/reader.bin, or with the given model instead.
 * Given several folders, as a list or joined as in PATH, what all comparisons share comes from the first, comparisons
 * from all. A folder with a house.yml is a house: it may add facts for all comparisons, and its folders of comparisons
 * that are there already are laid over them; `told` gets what they change.
 * All content is checked against the schemas and across files, and deep frozen.
 * Throws a KnowledgeError that lists everything that is wrong with file, line, path and remedy.
 */
export function loadKnowledge(
  dir: string | readonly string[],
  given: { model?: ReaderModel; told?: (change: OverlayChange) => void } = {},
): Knowledge {
  const issues: KnowledgeIssue[] = []
  const folders = soundFolders(dir)
  const content = readContent(folders, issues, given.told)
  const model = given.model ?? readModel(join(folders[0], 'language', 'reader.bin'), issues)
  if (issues.length > 0 || !content || !model) throw new KnowledgeError(issues)
  return Object.freeze({ ...content, model })
}

/** Reads a folder of knowledge as `loadKnowledge` does, but needs no trained model. Throws a KnowledgeError. */
export function loadContent(dir: string | readonly string[]): Content {
  const issues: KnowledgeIssue[] = []
  const content = readContent(soundFolders(dir), issues)
  if (issues.length > 0 || !content) throw new KnowledgeError(issues)
  return content
}

function readContent(
  folders: readonly [string, ...string[]],
  issues: KnowledgeIssue[],
  told: (change: OverlayChange) => void = () => undefined,
): Content | undefined {
  const [first] = folders
  const hash = new ContentHash()
  const houses = folders.flatMap((folder) => readHouse(folder, hash, issues) ?? [])
  for (const folder of folders) if (!isHouse(folder)) checkStray(folder, topLevel, issues)
  checkHouses(houses, issues)
  for (const { facts } of houses) {
    for (const { id } of facts?.value.facts ?? [])
      told({ slug: 'all comparisons', what: `fact ${id}`, file: facts?.file.name ?? '' })
  }
  const shared = readShared(first, hash, houses, issues)
  const { catalogue, language, terms, plainTerms, classes } = shared
  const drafts = readDrafts(folders, houses, hash, issues)
  layOverlays(drafts, folders, houses, hash, issues, told)
  const own = new Map<Draft, OwnFacts>()
  const taken: TakenIds = new Map()
  for (const draft of drafts) {
    const broadest = drafts.find(({ head }) => head?.value.broadest)
    if (broadest && broadest !== draft && draft.head?.value.broadest)
      issues.push(secondBroadest(draft.head.file, broadest.slug))
    const facts = ownFacts(draft, catalogue, taken, issues)
    if (facts) own.set(draft, facts)
    checkComparison(draft, catalogue, issues)
  }
  if (drafts.length === 0) issues.push(noComparison(first))
  for (const file of shared.files) checkQuantities(file, drafts, issues)
  const comparisons = drafts
    .flatMap((draft) => assembled(draft, own.get(draft), issues) ?? [])
    // Lists and examples begin with the broadest.
    .sort((a, b) => Number(b.broadest) - Number(a.broadest))
  if (!catalogue || !language) return undefined
  return deepFreeze({
    version: hash.short(),
    catalogue,
    language: language.value,
    terms,
    plainTerms,
    classes,
    comparisons,
  })
}

/** The comparisons of all folders, each read whole. */
function readDrafts(
  folders: readonly string[],
  houses: readonly HouseFolder[],
  hash: ContentHash,
  issues: KnowledgeIssue[],
): Draft[] {
  const drafts: Draft[] = []
  for (const dir of folders) {
    const house = houses.find((each) => each.dir === dir)
    for (const folder of comparisonFolders(dir)) {
      checkSlug(folder, issues)
      const draft = readComparison(folder, hash, issues)
      if (drafts.some(({ slug }) => slug === draft.slug)) issues.push(sameSlug(folder))
      drafts.push(house ? withHouse(draft, house, folder) : draft)
    }
  }
  return drafts
}

/** Lays the folders that have the name of a comparison of another folder over it, in the order of the folders. */
function layOverlays(
  drafts: Draft[],
  folders: readonly string[],
  houses: readonly HouseFolder[],
  hash: ContentHash,
  issues: KnowledgeIssue[],
  told: (change: OverlayChange) => void,
): void {
  for (const dir of folders) {
    const house = houses.find((each) => each.dir === dir)
    for (const folder of overlayFolders(dir)) {
      const place = drafts.findIndex(({ slug }) => slug === basename(folder))
      const base = drafts[place]
      if (base && house) drafts[place] = readOverlay(folder, base, house, hash, issues, told)
      else if (base) issues.push(noHouse(dir, base.slug))
      else if (house) issues.push(overNothing(folder, drafts))
    }
  }
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
  const remedy =
    'Rename one of the two folders; in a house, take comparison.yml away to lay it over the other.'
  return wholeFolder(folder, 'has the name of another comparison', remedy)
}

function overNothing(folder: string, drafts: readonly Draft[]): KnowledgeIssue {
  const slugs = drafts.map(({ slug }) => slug).join(', ')
  const remedy = `Name it after the one that it changes (${slugs}), or add comparison.yml to begin one.`
  return wholeFolder(folder, 'has the name of no comparison', remedy)
}
