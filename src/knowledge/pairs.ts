import { isUtf8 } from './is-utf8.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'

/** One line of a tab-separated file. */
export interface Pair {
  left: string
  right: string
  /** Counted from 1. */
  line: number
}

/** A tab-separated file: long lists stand in these, because YAML of that length would make every start slow. */
export interface PairsFile {
  name: string
  pairs: Pair[]
}

/**
 * Reads lines of two texts with one tab between; empty lines and lines that start with `#` are skipped.
 * `what` names the two for messages: "an entry and a wording".
 */
export function readPairs(name: string, text: string, what: string, issues: KnowledgeIssue[]): PairsFile {
  const pairs: Pair[] = []
  if (!isUtf8(name, text, issues)) return { name, pairs }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const tab = line.indexOf('\t')
    const left = line.slice(0, Math.max(tab, 0)).trim()
    const right = line.slice(tab + 1).trim()
    if (left !== '' && right !== '' && !right.includes('\t')) {
      pairs.push({ left, right, line: index + 1 })
      continue
    }
    issues.push({
      file: name,
      line: index + 1,
      path: '',
      problem: `is not ${what}`,
      remedy: 'Write the two with one tab between them.',
    })
  }
  return { name, pairs }
}
