import { rulebookOf } from './decision/rulebook.ts'
import type { NotCovered } from './domain/answer.ts'
import { catalogueOf } from './domain/catalogue.ts'
import type { Comparison } from './domain/comparison.ts'
import type { Catalogue, FactId } from './domain/fact.ts'
import { kindOf } from './domain/fact-kind.ts'
import type { Knowledge } from './domain/knowledge.ts'
import { Classes, type StoredClasses, storeClasses } from './language/classes.ts'
import { Kept } from './language/kept.ts'
import { Names } from './language/names.ts'
import { OtherLanguages } from './language/other-language.ts'
import { Phrases } from './language/phrases.ts'
import { type StoredTerms, storeTerms, Terms } from './language/terms.ts'
import { keys } from './language/text.ts'
import { type Background, countEntries, type EntryCounts } from './matching/count-entries.ts'
import { type EntryIndex, entryIndex } from './matching/entry-index.ts'
import { type ForeignTable, foreignTable } from './matching/foreign.ts'
import { type PreparedPair, preparePairs } from './matching/named-pair.ts'
import { maskedWords } from './matching/prepare.ts'
import type { Lexicon } from './reading/parse.ts'
import { createReader, type ReadDiscussion } from './reading/reader.ts'
import { AllNames } from './routing/all-names.ts'
import { CalledNames } from './routing/called.ts'
import { type ComparisonCounts, ComparisonIndex, countComparisons } from './routing/comparison-index.ts'
import { KnownTitles } from './routing/known-titles.ts'
import { NearNames } from './routing/near-names.ts'
import { type Tables, tablesOf } from './routing/tables.ts'
import type { Weighed } from './weigh.ts'

/** Sets of facts whose weight is kept, of one comparison and of all; a few kilobytes each. */
const MOST_WEIGHED = 300
const MOST_WEIGHED_OF_ALL = 1800

/** A comparison with what matching and reading need of it, counted once. */
export interface PreparedComparison {
  comparison: Comparison
  /** Facts and parts that it may use: the shared ones and its own. */
  catalogue: Catalogue
  names: Names
  index: EntryIndex
  pairs: readonly PreparedPair[]
  cues: Phrases
  /** Facts that its rules use, without their option. */
  ruled: ReadonlySet<FactId>
  /** Facts that it alone knows. */
  ownFacts: ReadonlySet<FactId>
  /** What facts weigh, by `weightKey`: most discussions hold one of a few sets of facts. */
  weighed: Kept<Weighed>
}

/** Knowledge made ready to answer; immutable, built once when knowledge is loaded. */
export interface Engine {
  knowledge: Knowledge
  comparisons: readonly PreparedComparison[]
  bySlug: ReadonlyMap<string, PreparedComparison>
  /** Place of the comparison in which a case is weighed that names nothing; the first where none is called so. */
  broadest: number
  tables: Tables
  /** Names that are also words of the language. */
  plainWords: ReadonlySet<string>
  allNames: AllNames
  calledNames: CalledNames
  nearNames: NearNames
  comparisonIndex: ComparisonIndex
  knownTitles: KnownTitles
  read: ReadDiscussion
  lexicon: Lexicon
  carriers: ReadonlySet<string>
  fillers: Phrases
  framing: Phrases
  /** Phrases that alone are no question: greetings, and what wants no answer. */
  greetings: ReadonlySet<string>
  /** These, and phrases that ask what this is and knows. */
  smallTalk: ReadonlySet<string>
  courtesy: ReadonlySet<string>
  /** Phrases around a name that ask what it is. */
  introducing: ReadonlySet<string>
  deadlock: Phrases
  choosing: Phrases
  deictic: ReadonlySet<string>
  otherLanguages: OtherLanguages
  /** Stems of the words that ask, and of those that stand in questions on anything. */
  asking: ReadonlySet<string>
  /** Names that some comparison does not cover, by first word. */
  foreign: ForeignTable
  /** What is covered, as refusals and lists say it. */
  covered: NotCovered['covered']
}

/**
 * What is made of all wordings, terms and classes, once: most of the work of `prepare`. Plain data, so that it can be
 * stored.
 */
export interface Counts {
  /** Of each comparison, in their order. */
  entries: readonly EntryCounts[]
  comparisons: ComparisonCounts
  terms: StoredTerms
  classes: StoredClasses
}

/** Counts all wordings and makes terms and classes ready to be looked for. Linear in their words. */
export function countAll({ comparisons, model, terms, plainTerms, classes }: Knowledge): Counts {
  return {
    entries: comparisons.map((comparison) => countOf(comparison, model.background)),
    comparisons: countComparisons(comparisons),
    terms: storeTerms(
      [...terms, ...comparisons.flatMap(({ ownFacts }) => ownFacts?.terms ?? [])],
      plainTerms,
    ),
    classes: storeClasses(classes),
  }
}

function countOf({ options, entries }: Comparison, background: Background): EntryCounts {
  const names = new Names(options)
  const wordings = entries.map((entry) =>
    [entry.title, ...entry.wordings].map((wording) => maskedWords(wording, names)),
  )
  return countEntries(wordings, background)
}

/** Builds reader and index; `counts` is what `countAll` gives, where that is known already. Linear in the wordings; no I/O. */
export function prepare(knowledge: Knowledge, counts: Counts = countAll(knowledge)): Engine {
  const { language, model } = knowledge
  const all = knowledge.comparisons.length
  const comparisons = knowledge.comparisons.map((comparison, i) =>
    prepareComparison(comparison, catalogueOf(knowledge.catalogue, comparison), counts.entries[i]!, all),
  )
  const plainWords = new Set(language.homographs)
  const lexicon = { terms: new Terms(counts.terms), classes: new Classes(counts.classes) }
  return {
    knowledge,
    comparisons,
    bySlug: new Map(comparisons.map((of) => [of.comparison.slug, of])),
    broadest: Math.max(
      0,
      knowledge.comparisons.findIndex(({ broadest }) => broadest),
    ),
    tables: tablesOf(comparisons),
    plainWords,
    nearNames: new NearNames(namesOf(knowledge.comparisons)),
    allNames: new AllNames(knowledge.comparisons, plainWords),
    calledNames: new CalledNames(knowledge.comparisons),
    comparisonIndex: new ComparisonIndex(counts.comparisons, all),
    knownTitles: new KnownTitles(knowledge.comparisons),
    read: createReader(model, lexicon, language),
    lexicon,
    carriers: new Set(language.carriers),
    fillers: new Phrases(language.fillers),
    framing: new Phrases(language.framing),
    greetings: new Set([...language.greetings, ...language.courtesy]),
    smallTalk: new Set([...language.greetings, ...language.courtesy, ...language.aboutThis]),
    courtesy: new Set(language.courtesy),
    introducing: new Set(language.introducing),
    deadlock: new Phrases(language.deadlock),
    choosing: new Phrases(language.choosing),
    otherLanguages: new OtherLanguages(language.otherLanguages),
    deictic: new Set(language.deictic),
    asking: new Set(keys([...language.interrogatives, ...language.functionWords])),
    foreign: foreignTable({
      general: language.foreign,
      homographs: language.homographs,
      local: knowledge.comparisons.map(({ slug, vocabulary }) => ({ slug, names: vocabulary.foreign })),
      options: knowledge.comparisons.flatMap(({ options }) => options),
    }),
    covered: knowledge.comparisons.map(({ slug, title, options }) => ({
      slug,
      title,
      names: options.map(({ name }) => name),
    })),
  }
}

function prepareComparison(
  comparison: Comparison,
  catalogue: Catalogue,
  counts: EntryCounts,
  all: number,
): PreparedComparison {
  return {
    comparison,
    catalogue,
    names: new Names(comparison.options),
    index: entryIndex(counts, all),
    pairs: preparePairs(comparison.named),
    cues: new Phrases(comparison.cues),
    ruled: new Set([...rulebookOf(comparison, catalogue).pulling].map(kindOf)),
    ownFacts: new Set(comparison.ownFacts?.facts.map(({ id }) => id)),
    weighed: new Kept(Math.min(MOST_WEIGHED, Math.ceil(MOST_WEIGHED_OF_ALL / all))),
  }
}

function namesOf(comparisons: readonly Comparison[]): string[] {
  return comparisons.flatMap(({ options }) =>
    options.flatMap(({ aliases, frameworks }) =>
      [...aliases, ...frameworks].map((name) => name.toLowerCase()),
    ),
  )
}
