import type { ComparisonHead, Vocabulary } from '../core/domain/comparison.ts'
import type { Entry, EntryId } from '../core/domain/entry.ts'
import type { Catalogue } from '../core/domain/fact.ts'
import type { Rule, Rules } from '../core/domain/rule.ts'
import type { Source } from '../core/domain/source.ts'
import type { KnowledgeFile, Path } from './knowledge-file.ts'
import type { PairsFile } from './pairs.ts'

/** Something that keeps its schema, with the place where it stands. */
export interface Item<T> {
  value: T
  file: KnowledgeFile
  path: Path
}

export type EntryItem = Item<Entry>

/**
 * A comparison as far as its files keep their schemas. What breaks its schema is left out, but its id counts as
 * known: one mistake is reported once, not again at every place that refers to it.
 */
export interface Draft {
  slug: string
  /** Folders that it was read from: the comparison's own, then the overlays of houses, later ones over earlier ones. */
  folders: readonly string[]
  /** Owners of the houses that add to it. */
  houses: readonly string[]
  head: Item<ComparisonHead> | undefined
  sources: Item<Source>[]
  /** The file with the standing rules. */
  rules: Item<Rules> | undefined
  /** All other rules, those of overlays too. */
  ruleList: Item<Rule>[]
  vocabulary: Item<Vocabulary> | undefined
  entries: EntryItem[]
  /** Facts and parts of its own, one for each folder that has any. */
  facts: Item<Catalogue>[]
  /** True where there is a file of facts that breaks its schema: which facts exist is not known then. */
  hasBrokenFacts: boolean
  /** Own facts and what people plainly call them, by folder. */
  terms: PairsFile[]
  /** Full ids of entries and their wordings, by folder. */
  wordings: PairsFile[]
  hasSource(id: string): boolean
  hasEntry(id: EntryId): boolean
}
