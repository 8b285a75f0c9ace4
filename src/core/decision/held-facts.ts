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
  const held: HeldFacts = new Map()
  for (const { id, value, counted, part } of facts) {
    if (!counted || value !== 'yes') continue
    const parts = held.get(id) ?? NONE
    held.set(id, part === undefined || parts.includes(part) ? parts : [...parts, part].sort())
  }
  for (const { id, value, counted, part } of facts) {
    if (!counted || value !== 'no') continue
    if (part === undefined) held.delete(id)
    else removePart(held, id, part)
  }
  for (const [strong, weak] of book.replaces) {
    const strongParts = held.get(strong)
    const weakParts = held.get(weak)
    if (!strongParts || !weakParts) continue
    if (strongParts.length === 0 || weakParts.length === 0) held.delete(weak)
    else for (const part of strongParts) removePart(held, weak, part)
  }
  return held
}

const NONE: readonly string[] = []

function removePart(held: HeldFacts, id: FactId, part: string): void {
  const parts = held.get(id)
  if (!parts?.includes(part)) return
  if (parts.length === 1) held.delete(id)
  else
    held.set(
      id,
      parts.filter((other) => other !== part),
    )
}
