import type { ReadFact } from '../domain/fact.ts'
import { kindOf } from '../domain/fact-kind.ts'
import type { Question } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import type { Parsed } from '../reading/parse.ts'
import { likelyCase } from '../routing/likely-case.ts'
import type { Routed } from '../routing/routed.ts'
import { factsOf } from '../verdict.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * How likely the message is a case of one's own that asks for a choice: the trained gate, lifted where the options
 * are set against each other, or somebody says "we", and a need is plainly said, for these are what a case is made of.
 * The gate knows no facts of single comparisons: a term of one beside a choice is enough to look. Facts are read only
 * where they could make it a case.
 */
export function ownCase(
  engine: Engine,
  question: Question,
  { of, parsed, situation }: Routed,
): { situation: number; facts: ReturnType<typeof factsOf> | null } {
  const likely = likelyCase(engine, parsed, situation)
  const raised = setsOwnFact(of, parsed) ? Math.max(likely, THRESHOLDS.situation) : likely
  if (raised < THRESHOLDS.situation) return { situation, facts: null }
  const facts = factsOf(engine, of, question, parsed)
  const said = facts.facts.some((fact) => fact.counted && fact.probability >= 0.8 && pulls(of, fact))
  return { situation: said ? raised : situation, facts }
}

/** True where options are set against each other and a term stands there of a fact that the comparison alone knows. */
function setsOwnFact({ ownFacts }: PreparedComparison, { mentions, clauses }: Parsed): boolean {
  if (ownFacts.size === 0 || !mentions.some(({ inChoice }) => inChoice)) return false
  return clauses.some(({ triggers }) => triggers.some(({ fact }) => ownFacts.has(fact)))
}

/** True for a fact that a rule of the comparison uses. */
export function pulls({ ruled }: PreparedComparison, { id }: Pick<ReadFact, 'id'>): boolean {
  return ruled.has(kindOf(id))
}
