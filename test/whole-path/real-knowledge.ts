import { join } from 'node:path'
import type { CardContext } from '../../src/cards/card-types.ts'
import { answer } from '../../src/core/answer.ts'
import { givenFact } from '../../src/core/decision/given.ts'
import type { Verdict } from '../../src/core/domain/answer.ts'
import type { Comparison } from '../../src/core/domain/comparison.ts'
import type { FactId, FactValue, ReadFact } from '../../src/core/domain/fact.ts'
import type { Knowledge } from '../../src/core/domain/knowledge.ts'
import { type Engine, prepare } from '../../src/core/engine.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'

export const knowledgeFolder = join(import.meta.dirname, '../../knowledge')
export const sourceFolder = join(import.meta.dirname, '../../src')
export const asOf = '2026-11-20'

/** The knowledge as shipped, ready to answer. */
export function realEngine(): Engine {
  return prepare(loadKnowledge(knowledgeFolder))
}

/** The one comparison of an engine's knowledge that has this slug; without one the first. */
export function comparisonIn({ knowledge }: Engine, slug?: string): Comparison {
  const found = knowledge.comparisons.find((each) => slug === undefined || each.slug === slug)
  if (!found) throw new Error(`The knowledge holds no comparison ${slug ?? ''}.`)
  return found
}

/** Ids of all facts, those per option spelled out. */
export function factIds({ catalogue }: Pick<Knowledge, 'catalogue'>, { options }: Comparison): FactId[] {
  return catalogue.facts.flatMap(({ id, perOption }) =>
    perOption ? options.map((option) => `${id}/${option.id}`) : [id],
  )
}

/** The verdict on facts alone, as a button or a form asks for it. */
export function verdictOn(engine: Engine, { slug }: Comparison, facts: readonly ReadFact[]): Verdict {
  const given = answer(engine, { text: '', asOf, comparison: slug, given: { facts: [...facts], only: true } })
  if (given.kind !== 'verdict') throw new Error(`Given facts led to ${given.kind}.`)
  return given
}

/** Facts that hold, as given. */
export function holding(ids: readonly FactId[]): ReadFact[] {
  return ids.map((id) => givenFact(id, 'yes'))
}

/** A given fact of any value; those that are no yes or no do not count. */
export function givenAs(id: FactId, value: FactValue): ReadFact {
  if (value === 'yes' || value === 'no') return givenFact(id, value)
  return {
    id,
    value,
    grade: 'given',
    counted: false,
    reason: value === 'past' ? 'past' : 'later',
    probability: 1,
  }
}

/** A fact that was said both ways. */
export function disputed(id: FactId): ReadFact[] {
  return (['yes', 'no'] as const).map((value) => ({
    ...givenFact(id, value),
    grade: 'stated',
    counted: false,
    reason: 'contradicted',
  }))
}

/** All sets of at most two of the items, the empty one first. */
export function setsOfAtMostTwo<T>(items: readonly T[]): T[][] {
  const pairs = items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second]))
  return [[], ...items.map((item) => [item]), ...pairs]
}

/** A private card: it has all the buttons. */
export function contextOf(more: Partial<CardContext> = {}): CardContext {
  return {
    command: '/stack',
    surface: 'private',
    asOf,
    asker: 'U0ASKER',
    people: (id) => id,
    ...more,
  }
}
