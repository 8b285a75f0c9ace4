import type { Comparison } from '../../core/domain/comparison.ts'
import type { Finding } from './finding.ts'

/** Fewer terms than this miss most of what people type. */
const fewTerms = 10

/** Facts of one comparison that nothing reads or no rule uses, and terms that stand for two facts. */
export function checkFacts({ slug, ownFacts, rules }: Comparison): Finding[] {
  if (!ownFacts) return []
  const used = new Set(rules.rules.flatMap(({ when, unless }) => [...when, ...unless]))
  const counts = new Map<string, number>()
  for (const [fact] of ownFacts.terms) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  const facts = ownFacts.facts.flatMap(({ id, pulls, perOption }): Finding[] => {
    const where = `${slug} fact ${id}`
    const terms = counts.get(id) ?? 0
    const found: Finding[] = []
    if (pulls && !perOption && !used.has(id)) {
      const remedy = 'Write a rule on it, set pulls: false, or remove it.'
      found.push({ level: 'warning', where, problem: 'is used by no rule', remedy })
    }
    if (!perOption && terms < fewTerms) {
      const problem = terms === 0 ? 'has no terms, so that no text states it' : `has ${terms} terms alone`
      const remedy = 'Add to terms.tsv what people literally type for it; 30 to 60 is usual.'
      found.push({ level: terms === 0 ? 'error' : 'warning', where, problem, remedy })
    }
    return found
  })
  return [...facts, ...sharedTerms(slug, ownFacts.terms)]
}

function sharedTerms(slug: string, terms: NonNullable<Comparison['ownFacts']>['terms']): Finding[] {
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
