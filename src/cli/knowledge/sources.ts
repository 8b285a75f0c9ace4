import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { citationParts } from '../../core/domain/citation-parts.ts'
import { ContentHash } from '../../knowledge/content-hash.ts'
import type { Draft, Item } from '../../knowledge/draft.ts'
import { issueLine, KnowledgeError, type KnowledgeIssue } from '../../knowledge/knowledge-error.ts'
import { issueAt } from '../../knowledge/knowledge-file.ts'
import { readComparison } from '../../knowledge/read-comparison.ts'
import { comparisonFolders, foldersOf, isFolder } from '../../knowledge/read-folder.ts'
import { type CitingText, citingTexts } from './citing-texts.ts'
import { UsageError } from './usage-error.ts'

/** What was proved of one comparison against its guides. */
export interface Proof {
  slug: string
  /** Guides whose files were read. */
  guides: number
  /** Citations whose lines exist and are not blank. */
  citations: number
  /** Texts that cite a guide. */
  claims: number
  /** Figures that stand in a cited line. */
  figures: number
  /** Texts that cite public pages alone: their words are not at hand. */
  unprovable: number
}

/**
 * Proves the citations of a folder of knowledge against the guides' files in another folder: every cited line exists
 * and is not blank, and every figure of a text stands, with its separators, in one of the lines that the text cites.
 * A text that cites a public page as well may take its figures from there. Comparisons of public pages alone have
 * nothing to prove: `without` names them. Throws a KnowledgeError when the folder breaks its schemas, a UsageError
 * where there is no folder of guides.
 */
export function proveSources(
  dir: string,
  guidesDir: string,
): { proofs: Proof[]; without: string[]; failures: string[] } {
  if (!isFolder(guidesDir))
    throw new UsageError(`${guidesDir} is no folder. Give the one with the guides' files.`)
  const issues: KnowledgeIssue[] = []
  const drafts = foldersOf(dir)
    .flatMap(comparisonFolders)
    .map((folder) => readComparison(folder, new ContentHash(), issues))
  if (issues.length > 0) throw new KnowledgeError(issues)
  const failures: KnowledgeIssue[] = []
  const proofs = drafts.filter(hasGuides).map((draft) => proveDraft(draft, guidesDir, failures))
  const without = drafts.filter((draft) => !hasGuides(draft)).map(({ slug }) => slug)
  return { proofs, without, failures: failures.map(issueLine) }
}

function hasGuides({ sources }: Draft): boolean {
  return sources.some(({ value }) => value.file !== undefined)
}

function proveDraft(draft: Draft, guidesDir: string, failures: KnowledgeIssue[]): Proof {
  const guides = readGuides(draft, guidesDir, failures)
  const proof = { slug: draft.slug, guides: guides.size, citations: 0, claims: 0, figures: 0, unprovable: 0 }
  const items: (Item<unknown> | undefined)[] = [draft.head, draft.rules, ...draft.entries]
  for (const item of items.filter((each) => each !== undefined)) {
    for (const text of citingTexts(item.value)) proveText(text, item, guides, proof, failures)
  }
  return proof
}

function proveText(
  { cites, citesAt, texts }: CitingText,
  { file, path }: Item<unknown>,
  guides: ReadonlyMap<string, string[]>,
  proof: Proof,
  failures: KnowledgeIssue[],
): void {
  const cited: string[] = []
  let pages = 0
  for (const [place, citation] of cites.entries()) {
    const { source, lines } = citationParts(citation)
    if (!lines) {
      pages += 1
      continue
    }
    const guide = guides.get(source)
    if (!guide) continue
    const [from, to] = lines
    const blank = [from, to].find((line) => (guide[line - 1] ?? '').trim() === '')
    if (blank === undefined) {
      proof.citations += 1
      cited.push(...guide.slice(from - 1, to))
    } else {
      const problem = `line ${blank} of ${source} ${blank > guide.length ? 'does not exist' : 'is blank'}`
      failures.push(issueAt(file, [...path, ...citesAt, place], problem, 'Cite the line that says it.'))
    }
  }
  if (cites.length === pages) {
    proof.unprovable += texts.length
    return
  }
  const known = new Set(cited.flatMap((line) => line.match(/\d+(?:[.,]\d+)*/g) ?? []))
  for (const { text, at } of texts) {
    proof.claims += 1
    for (const figure of figuresIn(text)) {
      if (known.has(figure)) proof.figures += 1
      else if (pages === 0) {
        const problem = `${figure} stands in none of the cited lines (${cites.join(', ')})`
        failures.push(issueAt(file, [...path, ...at], problem, 'Cite its line, or correct the figure.'))
      }
    }
  }
}

/** Numbers with their separators; a digit inside a name, such as p99, is none. */
function figuresIn(text: string): string[] {
  return text.match(/(?<![\p{L}\d])\d+(?:[.,]\d+)*/gu) ?? []
}

/** Lines of the guides' files by source id; a file that is not there is a failure. */
function readGuides(draft: Draft, guidesDir: string, failures: KnowledgeIssue[]): Map<string, string[]> {
  const guides = new Map<string, string[]>()
  for (const { value, file, path } of draft.sources) {
    if (value.file === undefined) continue
    const name = join(guidesDir, value.file)
    if (statSync(name, { throwIfNoEntry: false })?.isFile()) {
      guides.set(value.id, readFileSync(name, 'utf8').split(/\r?\n/))
    } else {
      failures.push(
        issueAt(file, [...path, 'file'], `${name} is not there`, 'Correct the name or the folder.'),
      )
    }
  }
  return guides
}
