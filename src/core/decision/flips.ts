import type { Decision, Flip } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Catalogue, FactId, ReadFact } from '../domain/fact.ts'
import type { Pick } from '../domain/pick.ts'
import { applyChanges } from './given.ts'
import { pickOf } from './judge.ts'
import { contradictedIds, readingsOf } from './readings.ts'
import { type Rulebook, rulebookOf } from './rulebook.ts'

type Change = Flip['changes'][number]

const MOST_SHOWN = 5

/**
 * The smallest changes of facts that change the pick, by re-running the decision: single changes, and pairs only
 * where no single change does it. A change withdraws a counted fact or adds one that a rule can use.
 * At most five, in the order of the catalogue's ranks; each pick that can be reached is among them while room lasts.
 * Empty where readings differ, which say what changes the pick, and where the house settles every case alike.
 */
export function flips(
  comparison: Comparison,
  catalogue: Catalogue,
  facts: readonly ReadFact[],
  decision: Decision,
): Flip[] {
  const book = rulebookOf(comparison, catalogue)
  if (decision.readings.length > 0 || book.settled) return []
  const disputed = contradictedIds(book, facts).length > 0
  // A long discussion holds many facts that neither count nor stand in dispute.
  const telling = facts.filter((fact) => fact.counted || fact.reason === 'contradicted')
  const flip = (changes: Change[]): Flip[] => {
    const changed = applyChanges(telling, changes)
    const pick: Pick = disputed && readingsOf(book, changed).length > 0 ? null : pickOf(book, changed)
    return pick === null || pick === decision.pick ? [] : [{ changes, pick }]
  }
  const candidates = candidateChanges(book, facts)
  const single = candidates.flatMap((change) => flip([change]))
  if (single.length > 0) return mostTelling(single)
  const pairs = candidates.flatMap((first, index) =>
    candidates.slice(index + 1).flatMap((second) => flip([first, second])),
  )
  return mostTelling(pairs)
}

/** By rank: each fact that pulls, withdrawn where it is counted, else added. */
function candidateChanges(book: Rulebook, facts: readonly ReadFact[]): Change[] {
  const yes = new Set<FactId>()
  for (const fact of facts) if (fact.counted && fact.value === 'yes') yes.add(fact.id)
  return book.ranked
    .filter(({ id }) => book.pulling.has(id))
    .map(({ id }) => ({ id, value: yes.has(id) ? 'no' : 'yes' }))
}

/** First the best change to each pick, then the rest by rank; shown in the order of ranks. */
function mostTelling(found: readonly Flip[]): Flip[] {
  const firsts = found.filter((flip, index) => found.findIndex((other) => other.pick === flip.pick) === index)
  const rest = found.filter((flip) => !firsts.includes(flip))
  const chosen = new Set([...firsts, ...rest].slice(0, MOST_SHOWN))
  return found.filter((flip) => chosen.has(flip))
}
