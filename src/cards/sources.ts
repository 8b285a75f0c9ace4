import type { Answer } from '../core/domain/answer.ts'
import { citationParts } from '../core/domain/citation.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Entry } from '../core/domain/entry.ts'
import type { Source } from '../core/domain/source.ts'
import { link } from './mrkdwn.ts'
import { guidesOf } from './wording.ts'

export interface NumberedSource {
  number: number
  source: Source
  /** Citations of it that the answer rests on, each once, in the order of the answer. */
  cites: string[]
}

export interface Numbering {
  /** Sources that the answer cites, by number. */
  sources: NumberedSource[]
  /** "[1][4]" as links where there is an address; takes citations or bare source ids. */
  mark: (cites: readonly string[]) => string
  /** The same without links, for tables and for the fallback text. */
  plain: (cites: readonly string[]) => string
}

/**
 * Numbers the sources of an answer; card, modal and full table use the same numbers. A guide has the number of its
 * place among the comparison's guides, so that [4] is the same guide on every card; others follow as cited.
 */
export function numberSources(answer: Answer): Numbering {
  const comparison = comparisonOf(answer)
  const known = new Map((comparison?.sources ?? []).map((source) => [source.id, source]))
  const numbers = new Map<string, number>()
  if (comparison) for (const guide of guidesOf(comparison)) numbers.set(guide.id, numbers.size + 1)
  const cited = new Map<string, string[]>()
  for (const cite of citesOf(answer)) {
    const { source } = citationParts(cite)
    if (!known.has(source)) continue
    if (!numbers.has(source)) numbers.set(source, numbers.size + 1)
    const cites = cited.get(source) ?? []
    if (!cites.includes(cite)) cited.set(source, [...cites, cite])
  }
  const ordered = (cites: readonly string[]): [number, Source][] => {
    const found = new Map<number, Source>()
    for (const cite of cites) {
      const { source: id } = citationParts(cite)
      const [number, source] = [numbers.get(id), known.get(id)]
      if (number !== undefined && source) found.set(number, source)
    }
    return [...found].sort(([a], [b]) => a - b)
  }
  return {
    sources: [...cited]
      .map(([id, cites]) => ({ number: numbers.get(id)!, source: known.get(id)!, cites }))
      .sort((a, b) => a.number - b.number),
    mark: (cites) =>
      ordered(cites)
        .map(([number, { url }]) => (url ? link(url, `[${number}]`) : `[${number}]`))
        .join(''),
    plain: (cites) =>
      ordered(cites)
        .map(([number]) => `[${number}]`)
        .join(''),
  }
}

/** The comparison that an answer speaks of; null where it speaks of none. */
export function comparisonOf(answer: Answer): Comparison | null {
  if ('comparison' in answer) return answer.comparison
  return answer.kind === 'not-covered' ? (answer.named?.comparison ?? null) : null
}

function citesOf(answer: Answer): string[] {
  switch (answer.kind) {
    case 'verdict': {
      const { rules } = answer.comparison
      const outcomes = [...answer.decided, ...answer.outweighed]
      return [
        ...outcomes.flatMap((outcome) => [...outcome.cites, ...outcome.but.flatMap((claim) => claim.cites)]),
        ...(answer.pick === 'both' ? rules.both.cites : []),
        ...(answer.pick === 'either'
          ? [...rules.either.cites, ...rules.either.leans.flatMap((claim) => claim.cites)]
          : []),
        ...(answer.deadlock ? rules.deadlock.cites : []),
        ...answer.rows.flatMap(({ criterion }) => positionCites(criterion.positions)),
      ]
    }
    case 'comparison':
      return answer.rows.flatMap(({ criterion }) => positionCites(criterion.positions))
    case 'faq':
    case 'table':
      return entryCites(answer.entry)
    case 'not-covered':
      return answer.named?.pair.say.cites ?? []
    case 'ambiguous':
    case 'help':
      return []
  }
}

function entryCites(entry: Entry): string[] {
  const claims = [...entry.points, ...entry.more, ...entry.checks]
  if (entry.kind === 'criterion' && entry.differ) claims.push(entry.differ)
  if (entry.kind === 'table' && entry.caveat) claims.push(entry.caveat)
  return [
    ...entry.cites,
    ...claims.flatMap((claim) => claim.cites),
    ...(entry.kind === 'table' ? entry.rows.flatMap((row) => row.cites) : positionCites(entry.positions)),
  ]
}

function positionCites(positions: readonly { at: string[] }[]): string[] {
  return positions.flatMap((position) => position.at)
}
