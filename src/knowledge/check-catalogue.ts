import { citationParts } from '../core/domain/citation-parts.ts'
import type { Catalogue } from '../core/domain/fact.ts'
import type { Draft, Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'
import { NO_FACTS } from './merge.ts'

/**
 * Checks a catalogue: ids and ranks stand once, parts and replaced facts exist. That of a comparison or of a house is
 * checked with the `shared` one behind it: it takes no id of that, and may name its parts and facts. Those of
 * `earlier`, which an overlay lies over, it may name and replace.
 */
export function checkCatalogue(
  { value, file }: Item<Catalogue>,
  issues: KnowledgeIssue[],
  shared: Catalogue = NO_FACTS,
  earlier: Catalogue = NO_FACTS,
): void {
  const report = (path: Path, problem: string, remedy: string) =>
    issues.push(issueAt(file, path, problem, remedy))
  const sharedParts = new Set(shared.parts.map(({ id }) => id))
  const sharedIds = new Set(shared.facts.map(({ id }) => id))
  const parts = new Set<string>()
  for (const [index, { id }] of value.parts.entries()) {
    if (sharedParts.has(id))
      report(['parts', index, 'id'], 'is a shared part already', 'Remove it and use that.')
    else if (parts.has(id))
      report(['parts', index, 'id'], 'stands here already', 'Give each part its own id.')
    parts.add(id)
  }
  for (const { id } of [...shared.parts, ...earlier.parts]) parts.add(id)
  const ids = new Set([...sharedIds, ...[...earlier.facts, ...value.facts].map(({ id }) => id)])
  const seen = new Set<string>()
  const ranks = new Map<number, string>()
  for (const [index, fact] of value.facts.entries()) {
    const at = (...rest: Path): Path => ['facts', index, ...rest]
    if (sharedIds.has(fact.id)) report(at('id'), 'is a shared fact already', 'Remove it and use that.')
    if (seen.has(fact.id)) report(at('id'), 'stands here already', 'Give each fact its own id.')
    seen.add(fact.id)
    const holder = ranks.get(fact.rank)
    if (holder) report(at('rank'), `is the rank of ${holder} too`, 'Give each fact a rank of its own.')
    ranks.set(fact.rank, fact.id)
    if (!parts.has(fact.part)) {
      const names = new Set([...sharedParts, ...parts])
      report(at('part'), `"${fact.part}" is no part`, `Use one of ${[...names].join(', ')}.`)
    }
    for (const [place, weak] of fact.replaces.entries()) {
      if (!ids.has(weak) || weak === fact.id) {
        report(
          at('replaces', place),
          `"${weak}" is no other fact`,
          sharedIds.size > 0 ? 'Use the id of another fact.' : 'Use the id of another fact of this file.',
        )
      }
    }
  }
}

/** Thresholds of facts cite a source of one of the given comparisons and leave room between no and yes. */
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
