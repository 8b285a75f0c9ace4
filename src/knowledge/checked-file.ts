import type { z } from 'zod'
import type { Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { readYaml } from './knowledge-file.ts'
import type { FolderFile } from './read-folder.ts'
import { checked } from './schema-issues.ts'

/** What a file holds by its schema; undefined, with issues, where it breaks that. */
export function checkedFile<T>(
  { name, text }: FolderFile,
  schema: z.ZodType<T>,
  issues: KnowledgeIssue[],
): Item<T> | undefined {
  const file = readYaml(name, text, issues)
  const value = file.value === undefined ? undefined : checked(schema, file, [], issues)
  return value === undefined ? undefined : { value, file, path: [] }
}
