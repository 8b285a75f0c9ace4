import type { Comparison } from './comparison.ts'
import type { Position } from './entry.ts'
import type { Source } from './source.ts'

type Speaking = Pick<Comparison, 'sources' | 'counted'>

/** The sources whose word counts; positions of others are shown and not counted. */
export function countedSources({ sources, counted }: Speaking): Source[] {
  return sources.filter(({ grade }) => grade !== 'house' && counted.includes(grade))
}

/**
 * True where the counted sources are a panel: guides that each speak of the whole matter. Only then do "of 5" and
 * silence say something; pages of documentation speak of one thing each.
 */
export function isPanel({ counted }: Pick<Comparison, 'counted'>): boolean {
  return counted.every((grade) => grade === 'vendor-guide')
}

/** Ids of the sources among which agreement on these positions is counted: a whole panel, else those that speak. */
export function voicesOn(comparison: Speaking, positions: readonly Position[]): string[] {
  const ids = countedSources(comparison).map(({ id }) => id)
  if (isPanel(comparison)) return ids
  return ids.filter((id) => positions.some(({ guide }) => guide === id))
}
