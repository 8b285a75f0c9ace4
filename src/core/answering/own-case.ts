import type { ReadFact } from '../domain/fact.ts'
import { isOfOption, kindOf } from '../domain/fact-kind.ts'
import type { Question } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { PEOPLE } from '../reading/kept.ts'
import { likelyCase } from '../routing/likely-case.ts'
import type { Routed } from '../routing/routed.ts'
import { type Evidence, factsOf } from '../verdict.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * How likely the message is a case of one's own that asks for a choice: the trained gate, lifted where the options
 * are set against each other, or somebody says "we", and a need is plainly said, for these are what a case is made of.
 * The gate knows no facts of single comparisons: a term of one beside a choice is enough to look, and so is a name
 * beside it ("A or B, the team knows B"). Who says what the team knows and what is needed has told a case, though
 * nothing is asked ("live chat for 10,000 people, four X devs"). Facts are read only where they could make it a case.
 */
export function ownCase(
  engine: Engine,
  question: Question,
  routed: Routed,
): { situation: number; facts: Evidence | null } {
  const { of, parsed, situation } = routed
  const likely = likelyCase(engine, routed, situation)
  const tells = setsOwnFact(routed) || namesBesideChoice(routed)
  const mayTell = namesPeople(routed)
  const raised = tells ? Math.max(likely, THRESHOLDS.situation) : likely
  if (raised < THRESHOLDS.situation && !mayTell) return { situation, facts: null }
  const facts = factsOf(engine, of, question, parsed)
  if (mayTell && tellsCase(of, facts)) return { situation: Math.max(raised, THRESHOLDS.situation), facts }
  const said = facts.facts.some((fact) => isSaid(of, fact))
  return { situation: said ? raised : situation, facts }
}

/** True where an option is named, people are, and a need: only then somebody may say what the team knows and needs. */
function namesPeople({ parsed: { mentions, classes, clauses } }: Routed): boolean {
  return (
    mentions.some(({ inChoice }) => !inChoice) &&
    classes.some((hit) => hit.class === PEOPLE) &&
    clauses.some(({ triggers }) => triggers.length > 0)
  )
}

/** True where it is said what the team knows, and that something is needed or is not. */
function tellsCase(of: PreparedComparison, { facts }: Evidence): boolean {
  return saysSkill(of, facts) && facts.some((fact) => !isOfOption(fact.id) && isSaid(of, fact))
}

/** True where somebody says what the team knows: no general question does. */
export function saysSkill(of: PreparedComparison, facts: readonly ReadFact[]): boolean {
  return facts.some((fact) => {
    const { id, value, counted } = fact
    return counted && value === 'yes' && id.startsWith('team/') && pulls(of, fact)
  })
}

/** True for a fact that counts, surely, and that a rule uses. */
function isSaid(of: PreparedComparison, fact: ReadFact): boolean {
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
