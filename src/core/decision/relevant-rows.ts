import type { Agreement, Decision, Flip, RuleOutcome } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Criterion, Entry } from '../domain/entry.ts'
import type { FactId, ReadFact } from '../domain/fact.ts'
import { isOfOption, kindOf } from '../domain/fact-kind.ts'
import { voicesOn } from '../domain/voices.ts'
import { onceForAll } from '../once.ts'
import { agreement } from './agreement.ts'

/** A criterion with how the guides stand on it: a row of a card's table. */
export interface Row {
  criterion: Criterion
  agreement: Agreement
}

/** What a table beside a decision explains. */
export interface Explained {
  facts: readonly ReadFact[]
  decision: Pick<Decision, 'pick' | 'decided' | 'outweighed' | 'readings'>
  flips: readonly Flip[]
}

/** Rows on what would change a decision, beside rows on what made it. */
const MOST_FLIPS = 2

/**
 * The criteria that bear on a decision, at most `limit`: on the facts that decided, on those outweighed, on those in
 * dispute, then on what would change it (two, or all where nothing decided). Where nothing separates the options the
 * facts that hold count as deciding. Fewer rows where fewer bear on it: none is shown for its own sake, and none at
 * all where what decided is no criterion (what already runs).
 * A criterion's fact `team` meets every `team/<option>`.
 */
export function relevantRows(
  comparison: Comparison,
  { facts, decision, flips }: Explained,
  limit: number,
): Row[] {
  const { pick, decided, outweighed, readings } = decision
  const held = facts.filter((fact) => fact.counted && fact.value === 'yes').map(({ id }) => id)
  const deciding = criteriaOn(comparison, factsOf(decided))
  // Rows against a verdict alone would read as a contradiction.
  if (deciding.length === 0 && decided.some(({ option }) => option === pick)) return []
  const made = [
    deciding,
    criteriaOn(comparison, factsOf(outweighed)),
    criteriaOn(
      comparison,
      readings.flatMap((reading) => reading.facts.map(({ id }) => id)),
    ),
    ...(pick === 'either' ? [criteriaOn(comparison, held)] : []),
  ].flat()
  // What the team knows or runs is one criterion for all options: it stands there already or says nothing new.
  const turns = flips.flatMap(({ changes }) => changes.map(({ id }) => id)).filter((id) => !isOfOption(id))
  const others = turns
    .flatMap((id) => criteriaOn(comparison, [id]).slice(0, 1))
    .filter((criterion) => !made.includes(criterion))
  const shown = new Set([...made, ...(made.length > 0 ? others.slice(0, MOST_FLIPS) : others)])
  const took = [...decided, ...outweighed].filter(({ tier }) => tier !== 'must')
  return [...shown].slice(0, limit).map((criterion) => rowBeside(comparison, criterion, took))
}

/** The rows of criteria by id, in the order given. */
export function rowsOf(comparison: Comparison, ids: readonly string[]): Row[] {
  const rows = allRows(comparison)
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** Every criterion by its id with how the guides stand on it, made once for a comparison. */
const allRows = onceForAll((comparison: Comparison): ReadonlyMap<string, Row> => {
  const rows = comparison.entries.filter(isCriterion).map((criterion) => ({
    criterion,
    agreement: agreement(criterion.positions, voicesOn(comparison, criterion.positions)),
  }))
  return new Map(rows.map((row) => [row.criterion.id, row]))
})

/**
 * Criteria that meet one of the facts: those that meet most first, then the overview's in its order, then those that
 * speak of little else.
 */
function criteriaOn(comparison: Comparison, ids: readonly FactId[]): Criterion[] {
  const wanted = new Set(ids.flatMap((id) => [id, kindOf(id)]))
  const kinds = new Set(ids.map(kindOf))
  const apart = ({ facts }: Criterion) => facts.filter((id) => !kinds.has(kindOf(id))).length
  const overview = comparison.overview.criteria
  const place = (criterion: Criterion) => {
    const at = overview.indexOf(criterion.id)
    return at < 0 ? overview.length : at
  }
  return [...allRows(comparison).values()]
    .map(({ criterion }) => ({ criterion, met: criterion.facts.filter((id) => wanted.has(id)).length }))
    .filter(({ met }) => met > 0)
    .sort(
      (a, b) =>
        b.met - a.met || place(a.criterion) - place(b.criterion) || apart(a.criterion) - apart(b.criterion),
    )
    .map(({ criterion }) => criterion)
}

function factsOf(outcomes: readonly RuleOutcome[]): FactId[] {
  return outcomes.flatMap((outcome) => outcome.facts)
}

/**
 * A row as it bears on the decision. On some criteria no guide names an option as such ("stay with what the team
 * knows"): there the rule that took part says which, and by how many guides.
 */
function rowBeside(comparison: Comparison, criterion: Criterion, took: readonly RuleOutcome[]): Row {
  const own = allRows(comparison).get(criterion.id)!
  if (own.agreement.forIt.length > 0) return own
  const by = took.find(({ facts }) =>
    facts.some((id) => criterion.facts.includes(id) || criterion.facts.includes(kindOf(id))),
  )
  if (!by || own.agreement.against.length > 0) return own
  const silent = voicesOn(comparison, []).filter((id) => !by.guides.includes(id))
  return {
    criterion,
    agreement: {
      winner: by.option,
      forIt: by.guides,
      against: [],
      mixed: [],
      open: [],
      silent,
      speaking: by.guides.length,
    },
  }
}

function isCriterion(entry: Entry): entry is Extract<Entry, { kind: 'criterion' }> {
  return entry.kind === 'criterion'
}
