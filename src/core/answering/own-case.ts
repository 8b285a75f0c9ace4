import type { ReadFact } from '../domain/fact.ts'
import { kindOf } from '../domain/fact-kind.ts'
import type { Question } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { likelyCase } from '../routing/likely-case.ts'
import type { Routed } from '../routing/routed.ts'
import { type Evidence, factsOf } from '../verdict.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * How likely the message is a case of one's own that asks for a choice: the trained gate, lifted where the options
 * are set against each other, or somebody says "we", and a need is plainly said, for these are what a case is made of.
 * The gate knows no facts of single comparisons: a term of one beside a choice is enough to look, and so is a name
 * beside it ("A or B, the team knows B"). Facts are read only where they could make it a case.
 */
export function ownCase(
  engine: Engine,
  question: Question,
  routed: Routed,
): { situation: number; facts: Evidence | null } {
  const { of, parsed, situation } = routed
  const likely = likelyCase(engine, routed, situation)
  const tells = setsOwnFact(routed) || namesBesideChoice(routed)
  const raised = tells ? Math.max(likely, THRESHOLDS.situation) : likely
  if (raised < THRESHOLDS.situation) return { situation, facts: null }
  const facts = factsOf(engine, of, question, parsed)
  const said = facts.facts.some((fact) => isSaid(of, fact))
  return { situation: said ? raised : situation, facts }
}

/**
 * What is read of a message that asks for nothing and states a case all the same: what somebody knows, and
 * what is needed ("live chat for 10,000 people, we are four X devs"). Else null. Of 866 labelled messages that are to be
 * refused none states both.
 */
export function toldCase(engine: Engine, question: Question, { of, parsed }: Routed): Evidence | null {
  const mayTell = parsed.mentions.length > 0 && parsed.clauses.some(({ triggers }) => triggers.length > 0)
  if (!mayTell) return null
  const evidence = factsOf(engine, of, question, parsed)
  const told = evidence.facts.filter((fact) => isSaid(of, fact) && fact.value === 'yes')
  const known = told.filter(({ id }) => id.startsWith('team/')).length
  const needed = told.filter(({ id }) => kindOf(id) === id).length
  return known > 0 && needed > 0 ? evidence : null
}

/** True for a fact that counts, surely, and that a rule uses. */
export function isSaid(of: PreparedComparison, fact: ReadFact): boolean {
  return fact.counted && fact.probability >= 0.8 && pulls(of, fact)
}

/** True where options are set against each other, or called together, and a term stands there of a fact that the comparison alone knows. */
function setsOwnFact({ of: { ownFacts }, parsed: { mentions, clauses }, called }: Routed): boolean {
  if (ownFacts.size === 0 || !(called || mentions.some(({ inChoice }) => inChoice))) return false
  return clauses.some(({ triggers }) => triggers.some(({ fact }) => ownFacts.has(fact)))
}

/** True where options are set against each other and one is named beside that: something is said of it. */
function namesBesideChoice({ parsed: { mentions } }: Routed): boolean {
  return mentions.some(({ inChoice }) => inChoice) && mentions.some(({ inChoice }) => !inChoice)
}

/** True for a fact that a rule of the comparison uses. */
export function pulls({ ruled }: PreparedComparison, { id }: Pick<ReadFact, 'id'>): boolean {
  return ruled.has(kindOf(id))
}
