import type { Catalogue } from '../core/domain/fact.ts'
import type { Item } from './draft.ts'

/** No facts and no parts. */
export const NO_FACTS: Catalogue = { parts: [], facts: [] }

/** Items with those of an overlay in place of those of the same id; new ones follow. */
export function mergedById<T>(base: readonly T[], over: readonly T[], idOf: (item: T) => string): T[] {
  const replaced = new Map(over.map((item) => [idOf(item), item]))
  const kept = base.map((item) => replaced.get(idOf(item)) ?? item)
  const known = new Set(base.map(idOf))
  return [...kept, ...over.filter((item) => !known.has(idOf(item)))]
}

/** Facts and parts of several files, later ones over earlier ones; of two facts of one rank the later file's is first. */
export function mergedCatalogue(files: readonly Item<Catalogue>[]): Catalogue {
  return files.reduce<Catalogue>((merged, { value }) => {
    const before = new Set(merged.facts.map(({ id }) => id))
    const facts = mergedById(merged.facts, value.facts, ({ id }) => id)
    return {
      parts: mergedById(merged.parts, value.parts, ({ id }) => id),
      facts: [...facts.filter(({ id }) => !before.has(id)), ...facts.filter(({ id }) => before.has(id))],
    }
  }, NO_FACTS)
}
