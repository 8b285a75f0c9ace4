import { fullIds } from '../core/domain/catalogue.ts'
import type { Catalogue, FactId, OptionId } from '../core/domain/fact.ts'
import { didYouMean } from '../core/language/nearest.ts'
import type { Draft } from './draft.ts'

/** What references in a comparison may name; undefined where the file that says so is broken. */
export interface Known {
  options: ReadonlySet<OptionId> | undefined
  /** Full ids: facts per option spelled out. */
  facts: ReadonlySet<FactId> | undefined
  /** Facts that a rule may use. */
  pulling: ReadonlySet<FactId> | undefined
  parts: ReadonlySet<string> | undefined
  /** Sources that may take positions. */
  sources: ReadonlySet<string>
}

/** Collects what a comparison and the catalogue define. */
export function knownIn(draft: Draft, catalogue: Catalogue | undefined): Known {
  const options = draft.head?.value.options
  const ids = (pullingOnly: boolean) => {
    if (!catalogue || !options) return undefined
    const facts = catalogue.facts.filter(({ pulls }) => pulls || !pullingOnly)
    return new Set(fullIds(facts, options))
  }
  return {
    options: options && new Set(options.map(({ id }) => id)),
    facts: ids(false),
    pulling: ids(true),
    parts: catalogue && new Set(catalogue.parts.map(({ id }) => id)),
    sources: new Set(draft.sources.map(({ value }) => value.id)),
  }
}

/** The remedy for an unknown fact: facts per option need their option, and a slip of the pen has a near one. */
export function factRemedy(id: FactId, known: Known): string {
  const full = [...(known.facts ?? [])].filter((fact) => fact.startsWith(`${id}/`))
  if (full.length > 0) return `Name the option: ${full.join(' or ')}.`
  return `${didYouMean(id, [...(known.facts ?? [])])}Use the id of a fact in facts.yml.`
}
