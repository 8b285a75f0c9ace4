import type { KnowledgeIssue } from './knowledge-error.ts'

/** Stands where bytes were read that are no UTF-8. */
const LOST = '\uFFFD'

/** True for a text that was read whole; what is saved in another encoding is an issue. */
export function isUtf8(name: string, text: string, issues: KnowledgeIssue[]): boolean {
  const at = text.indexOf(LOST)
  if (at < 0) return true
  const line = text.slice(0, at).split('\n').length
  const remedy = `Save it as UTF-8, and write anew what reads as ${LOST}.`
  issues.push({ file: name, line, path: '', problem: 'is not UTF-8', remedy })
  return false
}
