import type { ReadFact } from '../domain/fact.ts'
import type { Question } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import type { Parsed } from '../reading/parse.ts'
import type { Routed } from '../route.ts'
import { factsOf } from '../verdict.ts'
import { THRESHOLDS } from './thresholds.ts'

/** How much a plain need raises the odds of a case: beside a choice, and beside "we" or "our". */
const CHOICE_ODDS = 6
const OWN_ODDS = 3

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
  const sets = parsed.mentions.some((mention) => mention.inChoice)
  const chooses = sets || engine.choosing.within(parsed.tokens, 0, parsed.tokens.length)
  const own = parsed.tokens.some((token) => engine.deictic.has(token.word))
  const gated = raise(situation, chooses ? CHOICE_ODDS : own ? OWN_ODDS : 1)
  const raised = sets && namesOwnFact(of, parsed) ? Math.max(gated, THRESHOLDS.situation) : gated
  if (raised < THRESHOLDS.situation) return { situation, facts: null }
  const facts = factsOf(engine, of, question, parsed)
  const said = facts.facts.some((fact) => fact.counted && fact.probability >= 0.8 && pulls(engine, fact))
  return { situation: said ? raised : situation, facts }
}

function namesOwnFact({ ownFacts }: PreparedComparison, { clauses }: Parsed): boolean {
  return ownFacts.size > 0 && clauses.some(({ triggers }) => triggers.some(({ fact }) => ownFacts.has(fact)))
}

/** True for a fact that a rule may use. */
export function pulls(engine: Engine, { id }: ReadFact): boolean {
  return engine.pulling.has(id.split('/')[0]!)
}

/** A probability with its odds multiplied. */
function raise(probability: number, by: number): number {
  const odds = (probability / (1 - probability + 1e-9)) * by
  return odds / (1 + odds)
}
