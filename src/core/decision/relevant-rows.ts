import type { Agreement } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Criterion, Entry } from '../domain/entry.ts'
import type { ReadFact } from '../domain/fact.ts'
import { agreement } from './agreement.ts'

/** A criterion with how the guides stand on it: a row of a card's table. */
export interface Row {
  criterion: Criterion
  agreement: Agreement
}

/**
 * The criteria worth showing for these facts, at most `limit`: those that meet the most counted facts (yes) first,
 * then those of the overview, in its order. A criterion's fact `team` meets every `team/<option>`.
 */
export function relevantRows(comparison: Comparison, facts: readonly ReadFact[], limit: number): Row[] {
  const held = new Set<string>()
  for (const fact of facts) {
    if (!fact.counted || fact.value !== 'yes') continue
    held.add(fact.id)
    held.add(fact.id.split('/')[0] ?? fact.id)
  }
  const overview = comparison.overview.criteria
  const place = (criterion: Criterion) => {
    const at = overview.indexOf(criterion.id)
    return at < 0 ? overview.length : at
  }
  const guides = comparison.sources.filter((source) => source.grade === 'vendor-guide').map(({ id }) => id)
  return comparison.entries
    .filter(isCriterion)
    .map((criterion) => ({ criterion, met: criterion.facts.filter((id) => held.has(id)).length }))
    .filter(({ criterion, met }) => met > 0 || overview.includes(criterion.id))
    .sort((a, b) => b.met - a.met || place(a.criterion) - place(b.criterion))
    .slice(0, limit)
    .map(({ criterion }) => ({ criterion, agreement: agreement(criterion.positions, guides) }))
}

function isCriterion(entry: Entry): entry is Extract<Entry, { kind: 'criterion' }> {
  return entry.kind === 'criterion'
}
