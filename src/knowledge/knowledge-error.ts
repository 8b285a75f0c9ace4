/** Something wrong in a knowledge file: where it stands, what it is and what to do about it. */
export interface KnowledgeIssue {
  /** Path of the file, from the folder as the caller gave it. */
  file: string
  /** Counted from 1; 0 for a folder. */
  line: number
  /** Place in the file: `gil.points[1].text`; empty for the file as a whole. */
  path: string
  problem: string
  remedy: string
}

/** All that is wrong with a knowledge folder at once, in the order of files and lines. */
export class KnowledgeError extends Error {
  readonly exitCode = 78
  readonly issues: readonly KnowledgeIssue[]

  constructor(issues: readonly KnowledgeIssue[]) {
    const sorted = [...issues].sort((a, b) => compare(a.file, b.file) || a.line - b.line)
    super(sorted.map(issueLine).join('\n'))
    this.name = 'KnowledgeError'
    this.issues = sorted
  }
}

/** One issue on one line: `faq.yml:12 gil.answer: has 93 characters, at most 80 fit. Shorten it by 13.` */
export function issueLine({ file, line, path, problem, remedy }: KnowledgeIssue): string {
  const place = line > 0 ? `${file}:${line}` : file
  return `${place} ${path === '' ? '' : `${path}: `}${problem}. ${remedy}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** An issue of a folder. */
export function wholeFolder(dir: string, problem: string, remedy: string): KnowledgeIssue {
  return { file: dir, line: 0, path: '', problem, remedy }
}

/** An issue of a file as a whole. */
export function wholeFile(file: string, problem: string, remedy: string): KnowledgeIssue {
  return { file, line: 1, path: '', problem, remedy }
}
