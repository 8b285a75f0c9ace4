import { basename } from 'node:path'
import { comparisonFolders, readFolder } from '../../knowledge/read-folder.ts'
import type { Finding } from './finding.ts'
import { placeholders } from './placeholders.ts'

/** Lines of a new comparison that still say what the template put there; with `only` in the comparison of that slug. */
export function checkPlaceholders(folders: readonly string[], only?: string): Finding[] {
  const looked = folders
    .flatMap(comparisonFolders)
    .filter((folder) => only === undefined || basename(folder) === only)
  return looked.flatMap((folder) =>
    [...readFolder(folder).values()].flatMap(({ name, text }) =>
      text.split('\n').flatMap((line, index): Finding[] => {
        const left = Object.values(placeholders).find((placeholder) => line.includes(placeholder))
        if (left === undefined) return []
        const at = { file: name, line: index + 1 }
        const problem = 'still says what the template put there'
        const remedy = `Write your own in place of "${left.replaceAll('"', '')}".`
        return [{ level: 'warning', where: basename(folder), at, problem, remedy }]
      }),
    ),
  )
}
