import type { FactId, ReadFact } from '../domain/fact.ts'
import type { Rulebook } from './rulebook.ts'

/** The facts that hold, each with the parts that the text names for it (none: its usual part). */
export type HeldFacts = Map<FactId, readonly string[]>

/**
 * The facts that count with value yes, in no particular order.
 * A counted `no` withdraws the yes of its part, or of every part where it names none; nothing else does.
 * A fact that a stronger one replaces on the same part does not hold.
 */
export function heldFacts(book: Rulebook, facts: readonly ReadFact[]): HeldFacts {
  const named = new Map<FactId, Set<string>>()
  for (const fact of facts) {
    if (!fact.counted || fact.value !== 'yes') continue
    const parts = named.get(fact.id) ?? new Set<string>()
    if (fact.part !== undefined) parts.add(fact.part)
    named.set(fact.id, parts)
  }
  for (const fact of facts) {
    if (!fact.counted || fact.value !== 'no') continue
    if (fact.part === undefined) named.delete(fact.id)
    else removePart(named, fact.id, fact.part)
  }
  for (const [strong, weak] of book.replaces) {
    const strongParts = named.get(strong)
    const weakParts = named.get(weak)
    if (!strongParts || !weakParts) continue
    if (strongParts.size === 0 || weakParts.size === 0) named.delete(weak)
    else for (const part of strongParts) removePart(named, weak, part)
  }
  return new Map([...named].map(([id, parts]) => [id, [...parts].sort()]))
}

function removePart(named: Map<FactId, Set<string>>, id: FactId, part: string): void {
  const parts = named.get(id)
  if (parts?.delete(part) && parts.size === 0) named.delete(id)
}
