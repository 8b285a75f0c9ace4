import { decide } from '../../core/decision/decide.ts'
import { givenFact } from '../../core/decision/given.ts'
import { fullIds } from '../../core/domain/catalogue.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { Catalogue, FactId } from '../../core/domain/fact.ts'
import type { Finding } from './finding.ts'

/** Rules that never fire on their own facts, and rules that fire but support no pick beside any one other fact. */
export function checkRules(comparison: Comparison, catalogue: Catalogue): Finding[] {
  const pulling = catalogue.facts.filter(({ pulls }) => pulls)
  const others = fullIds(pulling, comparison.options)
  return comparison.rules.rules.flatMap((rule): Finding[] => {
    const where = `${comparison.slug} rule ${rule.id}`
    const roles = (facts: readonly FactId[]) => {
      const { decided, outweighed } = decide(
        comparison,
        catalogue,
        facts.map((id) => givenFact(id, 'yes')),
      )
      const named = (outcome: { rule: string }) => outcome.rule === rule.id
      return { decides: decided.some(named), outweighed: outweighed.some(named) }
    }
    const alone = roles(rule.when)
    if (!alone.decides && !alone.outweighed) {
      const problem = `can never fire: ${rule.when.join(' and ')} do not hold together`
      return [{ level: 'error', where, problem, remedy: 'Take a fact away, or change what replaces what.' }]
    }
    if (alone.decides || others.some((id) => roles([...rule.when, id]).decides)) return []
    const problem = 'is outweighed even by its own facts and beside any other fact'
    return [{ level: 'error', where, problem, remedy: 'Raise its tier, or remove it.' }]
  })
}
