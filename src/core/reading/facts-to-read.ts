import type { Catalogue, FactId } from '../domain/fact.ts'
import { onceForAll } from '../once.ts'

/** What reading must know of the facts that a comparison may use. */
export interface FactsToRead {
  /** Pairs that exclude each other: the first is the stronger. */
  replaces: readonly (readonly [strong: FactId, weak: FactId])[]
  known: ReadonlySet<FactId>
  /** Facts that the model was not trained on: they are read from their terms. */
  untrained: ReadonlySet<FactId>
}

/** Sorts out the facts of catalogues for a model that was trained on some; each catalogue once. */
export function factsToRead(trained: readonly FactId[]): (catalogue: Catalogue) => FactsToRead {
  return onceForAll(({ facts }) => ({
    replaces: facts.flatMap((fact) => fact.replaces.map((weaker) => [fact.id, weaker] as const)),
    known: new Set(facts.map(({ id }) => id)),
    untrained: new Set(
      facts.filter(({ id, perOption }) => !perOption && !trained.includes(id)).map(({ id }) => id),
    ),
  }))
}
