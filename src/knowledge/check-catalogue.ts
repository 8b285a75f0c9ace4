import { citationParts } from '../core/domain/citation.ts'
import type { Catalogue } from '../core/domain/fact.ts'
import type { Draft, Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'

/** Checks the catalogue in itself: ids and ranks stand once, parts and replaced facts exist. */
export function checkCatalogue({ value, file }: Item<Catalogue>, issues: KnowledgeIssue[]): void {
  const report = (path: Path, problem: string, remedy: string) =>
    issues.push(issueAt(file, path, problem, remedy))
  const parts = new Set<string>()
  for (const [index, { id }] of value.parts.entries()) {
    if (parts.has(id)) report(['parts', index, 'id'], 'stands here already', 'Give each part its own id.')
    parts.add(id)
  }
  const ids = new Set(value.facts.map(({ id }) => id))
  const seen = new Set<string>()
  const ranks = new Map<number, string>()
  for (const [index, fact] of value.facts.entries()) {
    const at = (...rest: Path): Path => ['facts', index, ...rest]
    if (seen.has(fact.id)) report(at('id'), 'stands here already', 'Give each fact its own id.')
    seen.add(fact.id)
    const holder = ranks.get(fact.rank)
    if (holder) report(at('rank'), `is the rank of ${holder} too`, 'Give each fact a rank of its own.')
    ranks.set(fact.rank, fact.id)
    if (!parts.has(fact.part)) {
      report(at('part'), `"${fact.part}" is no part`, `Use one of ${[...parts].join(', ')}.`)
    }
    for (const [place, weak] of fact.replaces.entries()) {
      if (!ids.has(weak) || weak === fact.id) {
        report(
          at('replaces', place),
          `"${weak}" is no other fact`,
          'Use the id of another fact of this file.',
        )
      }
    }
  }
}

/** Thresholds of facts cite a source of some comparison and leave room between no and yes. */
export function checkQuantities(
  { value, file }: Item<Catalogue>,
  drafts: readonly Draft[],
  issues: KnowledgeIssue[],
): void {
  for (const [index, { quantity }] of value.facts.entries()) {
    if (!quantity) continue
    const path: Path = ['facts', index, 'quantity']
    if (quantity.noUpTo >= quantity.yesFrom) {
      const problem = `${quantity.noUpTo} is not below yesFrom, ${quantity.yesFrom}`
      issues.push(issueAt(file, [...path, 'noUpTo'], problem, 'Between the two the answer is open.'))
    }
    for (const [place, citation] of quantity.cites.entries()) {
      const { source } = citationParts(citation)
      if (drafts.some((draft) => draft.hasSource(source))) continue
      const remedy = 'Cite a source of one of the comparisons.'
      issues.push(issueAt(file, [...path, 'cites', place], `"${citation}" cites an unknown source`, remedy))
    }
  }
}
