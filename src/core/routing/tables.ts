import type { EntryId } from '../domain/entry.ts'
import type { PreparedComparison } from '../engine.ts'
import { fold, keys, tokenize } from '../language/text.ts'

/** A table with the comparison that holds it. */
export interface KnownTable {
  of: PreparedComparison
  id: EntryId
}

/** Tables by the keys of their id and of their title, in the order of the knowledge. */
export type Tables = ReadonlyMap<string, readonly KnownTable[]>

export function tablesOf(comparisons: readonly PreparedComparison[]): Tables {
  const tables = new Map<string, KnownTable[]>()
  for (const of of comparisons) {
    for (const { kind, id, title, entry } of of.comparison.entries) {
      if (kind !== 'table') continue
      for (const key of new Set([tableKey(id), tableKey(title)])) {
        tables.set(key, [...(tables.get(key) ?? []), { of, id: entry }])
      }
    }
  }
  tables.delete('')
  return tables
}

/** Equal for names of a table in any number and with small words between. */
export function tableKey(text: string): string {
  const words = tokenize(fold(text).replaceAll('-', ' ')).map(({ word }) => word)
  return keys(words).join(' ')
}
