import type { Catalogue } from '../core/domain/fact.ts'
import { checkQuantities } from './check-catalogue.ts'
import { checkCitations } from './check-citations.ts'
import { checkEntries } from './check-entries.ts'
import { checkHead } from './check-head.ts'
import { checkNames } from './check-names.ts'
import { checkRules } from './check-rules.ts'
import type { Draft } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { type Known, knownIn } from './known.ts'
import { mergedCatalogue } from './merge.ts'

/**
 * Everything that one file of a comparison says about another: sources, facts, entries, options and parts exist,
 * guides speak once, names mean one thing.
 */
export function checkComparison(
  draft: Draft,
  catalogue: Catalogue | undefined,
  issues: KnowledgeIssue[],
): void {
  const known: Known = knownIn(draft, withOwn(draft, catalogue))
  checkCitations(draft, issues)
  checkHead(draft, known, issues)
  checkEntries(draft, known, issues)
  checkRules(draft, known, issues)
  checkNames(draft, known, issues)
  for (const facts of draft.facts) checkQuantities(facts, [draft], issues)
}

/** The shared facts and parts with the draft's own; undefined where either file is broken. */
function withOwn({ facts, hasBrokenFacts }: Draft, shared: Catalogue | undefined): Catalogue | undefined {
  if (!shared || hasBrokenFacts) return undefined
  const own = mergedCatalogue(facts)
  return { parts: [...shared.parts, ...own.parts], facts: [...own.facts, ...shared.facts] }
}
