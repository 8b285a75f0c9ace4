import type { ReaderModel } from '../reading/model.ts'
import type { Comparison } from './comparison.ts'
import type { Catalogue, FactTerms } from './fact.ts'
import type { Language } from './language.ts'

/** Everything that answers rest on: checked, cross-checked and frozen when loaded. */
export interface Knowledge {
  /** Hash of the content; part of every replay id. */
  version: string
  /** Facts and parts common to all comparisons; `catalogueOf` adds those of one. */
  catalogue: Catalogue
  language: Language
  /** What people plainly call a shared fact. */
  terms: FactTerms
  /** Those that leave no doubt: they are read where the models are unsure, and train nothing. */
  plainTerms: FactTerms
  /** Classes of plain words, as [class, word or phrase]; common to all comparisons. */
  classes: readonly (readonly [name: string, phrase: string])[]
  /** What training prepared for reading. */
  model: ReaderModel
  comparisons: readonly Comparison[]
}
