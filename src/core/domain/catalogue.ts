import { onceForBoth } from '../once.ts'
import type { Comparison } from './comparison.ts'
import type { Catalogue, Fact, FactId, OptionId } from './fact.ts'

/**
 * The facts and parts that a comparison may use: its own, then the shared ones. Own facts come first, so that of two
 * with the same rank the own one is asked first. Made once for each pair of frozen inputs; a comparison without
 * facts of its own has the shared catalogue itself.
 */
export const catalogueOf = onceForBoth(
  (shared: Catalogue, { ownFacts: own }: Comparison): Catalogue =>
    own ? { parts: [...shared.parts, ...own.parts], facts: [...own.facts, ...shared.facts] } : shared,
)

/** True for what people say beside needs ("it is popular"). */
export function isAside({ facts }: Catalogue, id: FactId): boolean {
  return facts.some((fact) => fact.id === id && fact.aside)
}

/** Full ids of facts: those per option spelled out for each. */
export function fullIds(facts: readonly Fact[], options: readonly { id: OptionId }[]): FactId[] {
  return facts.flatMap(({ id, perOption }) =>
    perOption ? options.map((option) => `${id}/${option.id}`) : [id],
  )
}
