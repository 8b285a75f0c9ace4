import type { Comparison } from '../domain/comparison.ts'
import type { Catalogue, Fact, FactId, OptionId, ReadFact } from '../domain/fact.ts'
import { kindOf } from '../domain/fact-kind.ts'
import type { Correction } from './given.ts'
import { rulebookOf } from './rulebook.ts'

/**
 * What a form holds of a fact: `yes`, `no`, `maybe` (not known). Of a fact per option it is `yes` where it holds for
 * all, `no` where it holds for none, else the options for which it holds: `/node+python`.
 */
export type FormValue = string

/** One question of a form. */
export interface FormFact {
  fact: Fact
  /** What was read or given of it, what counts first. */
  said: ReadFact[]
  value: FormValue
}

/**
 * The questions of a form on these facts: what was read and counts, what was read and does not, each in the order
 * of the discussion and what no rule can use last; then all else that a rule can use, by rank. Facts per option are
 * one question.
 */
export function formFacts(
  comparison: Comparison,
  catalogue: Catalogue,
  facts: readonly ReadFact[],
): FormFact[] {
  const { ranked, pulling } = rulebookOf(comparison, catalogue)
  const usable = new Set(ranked.filter(({ id }) => pulling.has(id)).map(({ fact }) => fact.id))
  const kinds = new Map(ranked.map(({ fact }) => [fact.id, fact]))
  const said = (counted: boolean, used: boolean) =>
    facts.filter((fact) => fact.counted === counted && usable.has(kindOf(fact.id)) === used)
  const first = [said(true, true), said(false, true), said(true, false), said(false, false)].flat()
  const ids = [...first.map(({ id }) => kindOf(id)), ...[...kinds.keys()].filter((id) => usable.has(id))]
  return [...new Set(ids)].flatMap((id): FormFact[] => {
    const fact = kinds.get(id)
    if (!fact) return []
    const own = first.filter((each) => kindOf(each.id) === id)
    return [{ fact, said: own, value: heldValue(fact, comparison, own) }]
  })
}

/** The value of a question that names these options: all of them, some, or none. */
export function optionsValue({ options }: Comparison, holds: readonly OptionId[]): FormValue {
  if (holds.length === 0) return 'no'
  if (holds.length === options.length) return 'yes'
  return `/${holds.join('+')}`
}

/** The options that a value names. */
export function optionsOf({ options }: Comparison, value: FormValue): OptionId[] {
  if (value === 'yes') return options.map(({ id }) => id)
  return value.startsWith('/') ? value.slice(1).split('+') : []
}

/**
 * What a person corrects who leaves a form on these facts with the chosen values, by the ids of its questions. What
 * is chosen as it stands corrects nothing; who names options says of the others that they are not meant. Ids that
 * the catalogue lacks are left out.
 */
export function correctionsOf(
  comparison: Comparison,
  catalogue: Catalogue,
  facts: readonly ReadFact[],
  chosen: Readonly<Record<FactId, FormValue>>,
): Correction[] {
  return catalogue.facts.flatMap((fact): Correction[] => {
    const value = chosen[fact.id]
    const own = facts.filter(({ id }) => kindOf(id) === fact.id)
    if (value === undefined || value === heldValue(fact, comparison, own)) return []
    if (!fact.perOption) return [{ id: fact.id, value: plainValue(value) }]
    const holds = optionsOf(comparison, value)
    return comparison.options.map(({ id }) => ({
      id: `${fact.id}/${id}`,
      value: value === 'maybe' ? 'maybe' : holds.includes(id) ? 'yes' : 'no',
    }))
  })
}

function heldValue(fact: Fact, comparison: Comparison, facts: readonly ReadFact[]): FormValue {
  const counted = facts.filter((each) => each.counted)
  const yes = new Set(counted.filter(({ value }) => value === 'yes').map(({ id }) => id))
  const no = new Set(counted.filter(({ value }) => value === 'no').map(({ id }) => id))
  if (!fact.perOption) return yes.has(fact.id) ? 'yes' : no.has(fact.id) ? 'no' : 'maybe'
  const ids = comparison.options.map((option) => `${fact.id}/${option.id}`)
  if (yes.size === 0) return ids.every((id) => no.has(id)) ? 'no' : 'maybe'
  return optionsValue(
    comparison,
    comparison.options.map(({ id }) => id).filter((id) => yes.has(`${fact.id}/${id}`)),
  )
}

function plainValue(value: FormValue): Correction['value'] {
  return value === 'yes' || value === 'no' ? value : 'maybe'
}
