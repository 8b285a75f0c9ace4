import type { Comparison } from './domain/comparison.ts'
import type { Knowledge } from './domain/knowledge.ts'
import { Classes } from './language/classes.ts'
import { Kept } from './language/kept.ts'
import { Names } from './language/names.ts'
import { Phrases } from './language/phrases.ts'
import { Terms } from './language/terms.ts'
import { keys } from './language/text.ts'
import { countEntries, type EntryCounts } from './matching/count-entries.ts'
import { type EntryIndex, entryIndex } from './matching/entry-index.ts'
import { type ForeignTable, foreignTable } from './matching/foreign.ts'
import { type PreparedPair, preparePairs } from './matching/named-pair.ts'
import { maskedWords } from './matching/prepare.ts'
import type { Lexicon } from './reading/parse.ts'
import { createReader, type ReadDiscussion } from './reading/reader.ts'
import type { Weighed } from './weigh.ts'

/** Sets of facts whose weight is kept; a few kilobytes each. */
const MOST_WEIGHED = 500

/** A comparison with what matching and reading need of it, counted once. */
export interface PreparedComparison {
  comparison: Comparison
  names: Names
  index: EntryIndex
  pairs: readonly PreparedPair[]
  /** What facts weigh, by `weightKey`: most discussions hold one of a few sets of facts. */
  weighed: Kept<Weighed>
}

/** Knowledge made ready to answer; immutable, built once when knowledge is loaded. */
export interface Engine {
  knowledge: Knowledge
  comparisons: readonly PreparedComparison[]
  read: ReadDiscussion
  lexicon: Lexicon
  carriers: ReadonlySet<string>
  /** Phrases that alone are no question: greetings, and what wants no answer. */
  smallTalk: ReadonlySet<string>
  courtesy: ReadonlySet<string>
  deadlock: Phrases
  choosing: Phrases
  deictic: ReadonlySet<string>
  /** Stems of the words that ask, whatever they ask about. */
  asking: ReadonlySet<string>
  /** Facts that rules may use, without their option. */
  pulling: ReadonlySet<string>
  /** Names that no comparison covers, by first word. */
  foreign: ForeignTable
}

/** What is counted of the wordings of each comparison, in their order: most of the work of `prepare`. */
export function countAll({ comparisons, model }: Knowledge): EntryCounts[] {
  return comparisons.map(({ options, entries }) => {
    const names = new Names(options)
    const wordings = entries.map((entry) =>
      [entry.title, ...entry.wordings].map((wording) => maskedWords(wording, names)),
    )
    return countEntries(wordings, model.background)
  })
}

/** Builds reader and index; `counts` is what `countAll` gives, where that is known already. Linear in the wordings; no I/O. */
export function prepare(knowledge: Knowledge, counts: readonly EntryCounts[] = countAll(knowledge)): Engine {
  const { language, model, catalogue } = knowledge
  const lexicon = { terms: new Terms(knowledge.terms), classes: new Classes(knowledge.classes) }
  return {
    knowledge,
    comparisons: knowledge.comparisons.map((comparison, i) => prepareComparison(comparison, counts[i]!)),
    read: createReader(model, lexicon, catalogue, language),
    lexicon,
    carriers: new Set(language.carriers),
    smallTalk: new Set([...language.smallTalk, ...language.courtesy]),
    courtesy: new Set(language.courtesy),
    deadlock: new Phrases(language.deadlock),
    choosing: new Phrases(language.choosing),
    deictic: new Set(language.deictic),
    asking: new Set(keys(language.interrogatives)),
    pulling: new Set(catalogue.facts.filter((fact) => fact.pulls).map((fact) => fact.id)),
    foreign: foreignTable(
      [...language.foreign, ...knowledge.comparisons.flatMap((comparison) => comparison.vocabulary.foreign)],
      language.homographs,
    ),
  }
}

function prepareComparison(comparison: Comparison, counts: EntryCounts): PreparedComparison {
  return {
    comparison,
    names: new Names(comparison.options),
    index: entryIndex(counts),
    pairs: preparePairs(comparison.named),
    weighed: new Kept(MOST_WEIGHED),
  }
}
