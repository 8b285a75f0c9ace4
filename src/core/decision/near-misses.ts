import type { NearMiss } from '../domain/answer.ts'
import type { FactId, ReadFact } from '../domain/fact.ts'
import type { Judgement } from './judge.ts'
import { type PreparedRule, type Rulebook, WHOLE } from './rulebook.ts'

const MOST_SHOWN = 3

/**
 * Rules that lack exactly one fact about which nothing certain is known, at most three. First those that lack what
 * was mentioned without counting ("maybe", "later"), then those that would change something, then by rank. No guide's
 * rule is missed on a part that the house decides: it would change nothing there.
 */
export function nearMisses(book: Rulebook, facts: readonly ReadFact[], judgement: Judgement): NearMiss[] {
  const yes = new Set<FactId>()
  const known = new Set<FactId>()
  const mentioned = new Set<FactId>()
  for (const fact of facts) {
    if (!fact.counted) mentioned.add(fact.id)
    else if (fact.value === 'yes' || fact.value === 'no') known.add(fact.id)
    if (fact.counted && fact.value === 'yes') yes.add(fact.id)
  }
  const missed: { rule: PreparedRule; lacks: FactId }[] = []
  const { applied, bound } = judgement
  const outOfReach = ({ weight, outcome }: PreparedRule) =>
    weight !== 'must' && (bound.has(WHOLE) || bound.has(outcome.part))
  for (const rule of book.rules) {
    if (applied.has(rule.outcome.rule) || outOfReach(rule) || rule.unless.some((id) => yes.has(id))) continue
    const [lacks, ...more] = rule.when.filter((id) => !yes.has(id))
    if (lacks !== undefined && more.length === 0 && !known.has(lacks)) missed.push({ rule, lacks })
  }
  const place = ({ rule, lacks }: { rule: PreparedRule; lacks: FactId }) =>
    (mentioned.has(lacks) ? 0 : 2) + (rule.outcome.option === judgement.pick ? 1 : 0)
  const rank = (id: FactId) => book.rank.get(id) ?? Number.POSITIVE_INFINITY
  return missed
    .sort((a, b) => place(a) - place(b) || rank(a.lacks) - rank(b.lacks) || a.rule.order - b.rule.order)
    .slice(0, MOST_SHOWN)
    .map(({ rule: { outcome }, lacks }) => ({
      rule: outcome.rule,
      option: outcome.option,
      because: outcome.because,
      lacks: [lacks],
    }))
}
