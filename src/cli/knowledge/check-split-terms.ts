import { basename, join } from 'node:path'
import { clauses, fold } from '../../core/language/text.ts'
import { type Pair, readPairs } from '../../knowledge/pairs.ts'
import { termsName } from '../../knowledge/read-comparison.ts'
import { comparisonFolders, overlayFolders, readTextFile } from '../../knowledge/read-folder.ts'
import { isHouse } from '../../knowledge/read-house.ts'
import type { Finding } from './finding.ts'

/**
 * Terms within which a clause ends: a term is looked for in one clause, so nobody finds it as it is written. Those of
 * houses are looked at too; with `only` no others than those of the comparison of that slug.
 */
export function checkSplitTerms(folders: readonly string[], only?: string): Finding[] {
  const ofComparisons = folders
    .flatMap((folder) => [...comparisonFolders(folder), ...overlayFolders(folder)])
    .filter((folder) => only === undefined || basename(folder) === only)
  return [
    ...ofComparisons.flatMap((folder) => apart(folder, `${basename(folder)} fact`)),
    ...(only === undefined ? folders.filter(isHouse).flatMap((folder) => apart(folder, 'fact')) : []),
  ]
}

function apart(folder: string, what: string): Finding[] {
  const file = readTextFile(join(folder, termsName))
  if (!file) return []
  const byFact = new Map<string, Pair[]>()
  for (const pair of readPairs(file.name, file.text, '', []).pairs) {
    if (clauses(fold(pair.right)).length > 1) byFact.set(pair.left, [...(byFact.get(pair.left) ?? []), pair])
  }
  return [...byFact].flatMap(([fact, pairs]): Finding[] => {
    const [first] = pairs
    if (!first) return []
    const more = pairs.length > 1 ? `; so with ${pairs.length - 1} more` : ''
    return [
      {
        level: 'warning',
        where: `${what} ${fact}`,
        at: { file: file.name, line: first.line },
        problem: `"${first.right}" is not found as it is written, for a clause ends within it${more}`,
        remedy: 'Write it without a comma or "and", or take it out.',
        all: pairs.map(({ right, line }) => `${line}: ${right}`),
      },
    ]
  })
}
