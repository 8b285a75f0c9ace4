import type { FactId, FactValue } from '../domain/fact.ts'
import type { NotCounted } from '../domain/not-counted.ts'
import type { Mention } from '../language/names.ts'
import type { Clause, Parsed, Trigger } from './parse.ts'

/** What one message says of one fact; the strongest place counts. */
export interface Statement {
  id: FactId
  value: FactValue
  /** Set when it does not count as said. */
  reason?: NotCounted
  probability: number
  /** 0–1, how sure its value is against the others. */
  share: number
  /** Index of the clause. */
  clause: number
  /** What an unclear statement leans to. */
  leaning?: 'yes' | 'no'
  /** True when it is only supposed, for the answer to this message alone. */
  supposed?: boolean
  /** True when its message itself says yes or no to it: it waits for no answer. */
  answered?: boolean
  /** Where its words end, when they go on behind its clause. */
  until?: number
  /** True when it takes back what was said before. */
  withdraws?: boolean
  /** The term that said it, where one stands; an option's name for facts per option. */
  trigger?: { from: number; to: number }
}

/** Least probability that a need, and what is said of an option, must have to be looked at. */
export interface LeastProbable {
  need: number
  option: number
}

/** What the model's words for how a fact is said make of it. */
export const VALUES: Record<string, { value: FactValue; reason?: NotCounted }> = {
  yes: { value: 'yes' },
  no: { value: 'no' },
  later: { value: 'maybe', reason: 'later' },
  past: { value: 'past', reason: 'past' },
  question: { value: 'maybe', reason: 'question' },
  'other-team': { value: 'yes', reason: 'other-team' },
  hypothetical: { value: 'maybe', reason: 'hypothetical' },
  unclear: { value: 'maybe', reason: 'unclear' },
}

/** Where what a statement rests on begins in the text: its term, else its clause. */
export function startOf({ tokens, clauses }: Parsed, { trigger, clause }: Statement): number {
  return tokens[trigger?.from ?? clauses[clause]!.first]!.at
}

/** The clause that a mention stands in. */
export function clauseOf(parsed: Parsed, mention: Mention): number {
  return Math.max(
    0,
    parsed.clauses.findIndex((clause) => mention.from >= clause.first && mention.from < clause.last),
  )
}

/** The longest term of a fact in a clause. */
export function triggerOf(clause: Clause, fact: FactId): Trigger | null {
  let best: Trigger | null = null
  for (const trigger of clause.triggers) {
    if (trigger.fact === fact && (!best || trigger.length > best.length)) best = trigger
  }
  return best
}
