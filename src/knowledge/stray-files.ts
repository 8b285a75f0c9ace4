import { join } from 'node:path'
import { type KnowledgeIssue, wholeFile } from './knowledge-error.ts'
import { isFile, namesIn } from './read-folder.ts'

/** Tells of the files of a folder that look like knowledge and are not among the `known`, for nobody would read them. */
export function checkStray(
  dir: string,
  {
    known,
    of,
    remedy = `Use one of ${known.join(', ')}.`,
  }: { known: readonly string[]; of: string; remedy?: string },
  issues: KnowledgeIssue[],
): void {
  for (const name of namesIn(dir)) {
    if (known.includes(name)) continue
    const meant = known.find((each) => isMisnamed(join(dir, each)) && otherEnding(each) === name)
    const [problem, what] = meant
      ? ['has an ending that nobody reads', `Call it ${meant}.`]
      : [`is no file of ${of}, so nobody would read it`, remedy]
    issues.push(wholeFile(join(dir, name), problem, what))
  }
}

/** True where a file is there under the other ending of YAML alone: `checkStray` tells it, and nothing follows from it. */
export function isMisnamed(path: string): boolean {
  return !isFile(path) && otherEnding(path) !== path && isFile(otherEnding(path))
}

function otherEnding(name: string): string {
  return name.replace(/\.yml$/, '.yaml')
}
