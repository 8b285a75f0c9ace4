import { basename } from 'node:path'
import { type KnowledgeIssue, wholeFolder } from './knowledge-error.ts'

/** True for what may name a comparison, or one of its options: people type it, and it stands in ids. */
export function isSlug(text: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(text)
}

/** The folder of a comparison has its slug as its name. */
export function checkSlug(folder: string, issues: KnowledgeIssue[]): void {
  if (isSlug(basename(folder))) return
  const remedy = 'Rename it in lower-case letters, digits and hyphens, a letter first, as in left-vs-right.'
  issues.push(wholeFolder(folder, 'has a name that no comparison can have', remedy))
}
