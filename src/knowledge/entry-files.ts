import type { z } from 'zod'
import { Criterion, type Entry, Scenario, Table, Topic, type TopicKind } from '../core/domain/entry.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import type { KnowledgeFile, Path } from './knowledge-file.ts'
import { checked } from './schema-issues.ts'

/** A file that holds a list of entries of one kind. */
export interface EntryFile {
  name: string
  kind: TopicKind
  /** Schema of one item. */
  schema: z.ZodType
  /** The item at a place of the list; undefined, with issues, when it breaks the schema. */
  read(file: KnowledgeFile, path: Path, issues: KnowledgeIssue[]): Entry | undefined
}

/** The files of entries in a comparison's folder, in the order in which they are read. All are optional. */
export const entryFiles: readonly EntryFile[] = [
  entryFile('criteria.yml', 'criterion', Criterion, (value) => ({
    kind: 'criterion',
    entry: `criterion/${value.id}`,
    ...value,
  })),
  entryFile('faq.yml', 'faq', Topic, topicOf('faq')),
  entryFile('scenarios.yml', 'scenario', Scenario, (value) => ({
    kind: 'scenario',
    entry: `scenario/${value.id}`,
    ...value,
  })),
  entryFile('tables.yml', 'table', Table, (value) => ({
    kind: 'table',
    entry: `table/${value.id}`,
    ...value,
  })),
  entryFile('migration.yml', 'migration', Topic, topicOf('migration')),
  entryFile('polyglot.yml', 'polyglot', Topic, topicOf('polyglot')),
  entryFile('notes.yml', 'note', Topic, topicOf('note')),
]

function entryFile<T>(
  name: string,
  kind: TopicKind,
  schema: z.ZodType<T>,
  entryOf: (value: T) => Entry,
): EntryFile {
  return {
    name,
    kind,
    schema,
    read: (file, path, issues) => {
      const value = checked(schema, file, path, issues)
      return value === undefined ? undefined : entryOf(value)
    },
  }
}

function topicOf(kind: 'faq' | 'migration' | 'polyglot' | 'note'): (value: Topic) => Entry {
  return (value) => ({ kind, entry: `${kind}/${value.id}`, ...value })
}
