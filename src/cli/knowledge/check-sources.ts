import { monthsBetween } from '../../cards/wording.ts'
import { citationParts } from '../../core/domain/citation-parts.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import { citationsIn } from '../../knowledge/check-citations.ts'
import type { Finding } from './finding.ts'

/**
 * Sources that nothing cites, those that nobody has read for longer than the comparison's horizon, and those that
 * would be read after the day `asOf`.
 */
export function checkSources(comparison: Comparison, asOf: string): Finding[] {
  const { slug, sources, entries, rules, named, horizon, ownFacts } = comparison
  const cited = new Set(
    citationsIn([entries, rules, named, ownFacts ?? []]).map(
      ([, citation]) => citationParts(citation).source,
    ),
  )
  const published = sources.filter(({ grade }) => grade !== 'house')
  return published.flatMap(({ id, date, checked }): Finding[] => {
    const where = `${slug} source ${id}`
    const read = [date, checked ?? date].sort().at(-1) ?? date
    const found: Finding[] = []
    if (!cited.has(id)) {
      const remedy = 'Cite it where it says something, or remove it.'
      found.push({ level: 'warning', where, problem: 'is cited by nothing', remedy })
    }
    if (checked !== undefined && checked > asOf) {
      const remedy = 'Write under checked the day on which it was read.'
      found.push({ level: 'error', where, problem: `was checked on ${checked}, later than ${asOf}`, remedy })
    }
    if (monthsBetween(read, asOf) > horizon) {
      const problem = `is of ${read}, older than the horizon of ${horizon} months`
      found.push({
        level: 'warning',
        where,
        problem,
        remedy: 'Read it again and write the day under checked.',
      })
    }
    return found
  })
}
