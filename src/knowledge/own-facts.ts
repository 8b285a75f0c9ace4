import type { Catalogue, FactId, OwnFacts } from '../core/domain/fact.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkedTerms } from './check-terms.ts'
import type { Draft, Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'

/** Where ids of facts and parts stand, over all comparisons: an id means one thing everywhere. */
export type TakenIds = Map<FactId, string>

/**
 * The facts and parts that a comparison adds, with their terms; undefined where it adds none, or where its file is
 * broken. Their ids stand nowhere else: neither among the shared ones nor in another comparison.
 */
export function ownFacts(
  draft: Draft,
  shared: Catalogue | undefined,
  taken: TakenIds,
  issues: KnowledgeIssue[],
): OwnFacts | undefined {
  const { facts, terms } = draft
  const own = facts && new Set(facts.value.facts.map(({ id }) => id))
  const remedy = "Use the id of a fact in the comparison's own facts.yml."
  const known = draft.hasBrokenFacts ? undefined : (own ?? new Set<FactId>())
  const checked = terms ? checkedTerms(terms, known, remedy, issues) : []
  if (!facts) return undefined
  checkCatalogue(facts, issues, shared)
  checkTaken(facts, taken, issues)
  return { ...facts.value, terms: checked }
}

function checkTaken({ value, file }: Item<Catalogue>, taken: TakenIds, issues: KnowledgeIssue[]): void {
  for (const list of ['parts', 'facts'] as const) {
    for (const [index, { id }] of value[list].entries()) {
      const path: Path = [list, index, 'id']
      const holder = taken.get(`${list}/${id}`)
      if (holder === undefined) taken.set(`${list}/${id}`, file.name)
      else if (holder !== file.name) {
        const remedy = 'Move it to the shared facts.yml if both mean the same; else give it another id.'
        issues.push(issueAt(file, path, `"${id}" stands in ${holder} too`, remedy))
      }
    }
  }
}
