import type { Answer } from '../core/domain/answer.ts'
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
  /** The comparison's guides, all of them; agreement counts these alone. */
  guides: Source[]
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
  const guides = comparison ? guidesOf(comparison) : []
  for (const guide of guides) numbers.set(guide.id, numbers.size + 1)
  const cited = new Map<string, string[]>()
  for (const cite of citesOf(answer)) {
    const source = sourceId(cite)
    if (!known.has(source)) continue
    if (!numbers.has(source)) numbers.set(source, numbers.size + 1)
    const cites = cited.get(source) ?? []
    if (!cites.includes(cite)) cited.set(source, [...cites, cite])
  }
  const marks = (cites: readonly string[], mark: (number: number, source: Source) => string): string => {
    const found = new Map<number, Source>()
    for (const cite of cites) {
      const id = sourceId(cite)
      const [number, source] = [numbers.get(id), known.get(id)]
      if (number !== undefined && source) found.set(number, source)
    }
    return [...found]
      .sort(([a], [b]) => a - b)
      .map(([number, source]) => mark(number, source))
      .join('')
  }
  // A card is built several times until it fits, always from the same citations.
  const made = new Map<readonly string[], string>()
  const linked = (number: number, { url }: Source) => (url ? link(url, `[${number}]`) : `[${number}]`)
  return {
    guides,
    sources: [...cited]
      .flatMap(([id, cites]) => {
        const [number, source] = [numbers.get(id), known.get(id)]
        return number === undefined || !source ? [] : [{ number, source, cites }]
      })
      .sort((a, b) => a.number - b.number),
    mark: (cites) => {
      const mark = made.get(cites) ?? marks(cites, linked)
      made.set(cites, mark)
      return mark
    },
    plain: (cites) => marks(cites, (number) => `[${number}]`),
  }
}

/** The source of a citation, or of a bare source id. */
export function sourceId(cite: string): string {
  const end = cite.search(/[:#]/)
  return end < 0 ? cite : cite.slice(0, end)
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
