import type { Catalogue, FactId, OwnFacts } from '../core/domain/fact.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkedTerms } from './check-terms.ts'
import type { Draft, Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'
import { mergedCatalogue } from './merge.ts'

/** Comparison and file in which ids of facts and parts stand: an id means one thing everywhere. */
export type TakenIds = Map<FactId, { slug: string; file: string }>

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
  const merged = mergedCatalogue(facts)
  const own = new Set(merged.facts.map(({ id }) => id))
  const remedy = "Use the id of a fact in the comparison's own facts.yml."
  const known = draft.hasBrokenFacts ? undefined : own
  const checked = terms.flatMap((file) => checkedTerms(file, known, remedy, issues))
  for (const [layer, file] of facts.entries()) {
    checkCatalogue(file, issues, shared, mergedCatalogue(facts.slice(0, layer)))
    checkTaken(file, draft.slug, taken, issues)
  }
  return facts.length > 0 ? { ...merged, terms: checked } : undefined
}

function checkTaken(
  { value, file }: Item<Catalogue>,
  slug: string,
  taken: TakenIds,
  issues: KnowledgeIssue[],
): void {
  for (const list of ['parts', 'facts'] as const) {
    for (const [index, { id }] of value[list].entries()) {
      const path: Path = [list, index, 'id']
      const holder = taken.get(`${list}/${id}`)
      if (holder === undefined) taken.set(`${list}/${id}`, { slug, file: file.name })
      else if (holder.slug !== slug) {
        const remedy = 'Move it to the shared facts.yml if both mean the same; else give it another id.'
        issues.push(issueAt(file, path, `"${id}" stands in ${holder.file} too`, remedy))
      }
    }
  }
}
