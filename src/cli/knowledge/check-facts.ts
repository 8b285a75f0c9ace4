import { counted } from '../../cards/wording.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { FactId, FactTerms } from '../../core/domain/fact.ts'
import type { HouseFolder } from '../../knowledge/read-house.ts'
import type { Finding } from './finding.ts'

/** Fewer terms than this miss most of what people type. */
const fewTerms = 10

/** Facts of one comparison that nothing reads or no rule uses, and terms that stand for two facts. */
export function checkFacts({ slug, ownFacts, rules }: Comparison): Finding[] {
  if (!ownFacts) return []
  const used = new Set(rules.rules.flatMap(({ when, unless }) => [...when, ...unless]))
  const counts = countedTerms(ownFacts.terms)
  const facts = ownFacts.facts.flatMap(({ id, pulls, perOption }): Finding[] => {
    if (perOption) return []
    const where = `${slug} fact ${id}`
    const idle: Finding = {
      level: 'warning',
      where,
      problem: 'is used by no rule',
      remedy: 'Write a rule on it, set pulls: false, or remove it.',
    }
    return [...(pulls && !used.has(id) ? [idle] : []), ...few({ where }, counts.get(id))]
  })
  return [...facts, ...sharedTerms(slug, ownFacts.terms)]
}

/** Facts that houses add for all comparisons and that nothing reads: no training knows them. */
export function checkHouseFacts(houses: readonly HouseFolder[], terms: FactTerms): Finding[] {
  const counts = countedTerms(terms)
  return houses.flatMap(({ facts: item }) => {
    if (!item) return []
    const { value, file } = item
    return value.facts.flatMap(({ id, perOption }, index): Finding[] => {
      const at = { file: file.name, line: file.lineOf(['facts', index]) }
      return perOption ? [] : few({ where: `fact ${id}`, at }, counts.get(id))
    })
  })
}

/** What is told of a fact with few terms, or none. */
function few(place: Pick<Finding, 'where' | 'at'>, terms = 0): Finding[] {
  if (terms >= fewTerms) return []
  const problem =
    terms === 0 ? 'has no terms, so that no text states it' : `has ${counted(terms, 'term')} alone`
  const remedy = 'Add to terms.tsv what people literally type for it; 30 to 60 is usual.'
  return [{ level: terms === 0 ? 'error' : 'warning', ...place, problem, remedy }]
}

function countedTerms(terms: FactTerms): Map<FactId, number> {
  const counts = new Map<FactId, number>()
  for (const [fact] of terms) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  return counts
}

function sharedTerms(slug: string, terms: FactTerms): Finding[] {
  const holder = new Map<string, string>()
  return terms.flatMap(([fact, term]): Finding[] => {
    const other = holder.get(term.toLowerCase())
    holder.set(term.toLowerCase(), fact)
    if (other === undefined || other === fact) return []
    const problem = `has the term "${term}" of ${other} too`
    return [
      { level: 'warning', where: `${slug} fact ${fact}`, problem, remedy: 'Keep it with one of the two.' },
    ]
  })
}
