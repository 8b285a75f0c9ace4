import type { Answer } from '../core/domain/answer.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Source } from '../core/domain/source.ts'
import { countedSources, isPanel } from '../core/domain/voices.ts'
import { once, onceForAll } from '../core/once.ts'
import { link } from './mrkdwn.ts'
import { counted } from './wording.ts'

export interface NumberedSource {
  number: number
  source: Source
  /** Citations of it that the answer rests on, each once, in the order of the answer. */
  cites: string[]
}

/** How the sources of an answer are counted and marked. */
export interface Marks {
  /** The comparison's sources that count, all of them: its guides, or whatever else its knowledge counts. */
  guides: Source[]
  /** How many of them say so: "4 of 5 guides" of a panel, else "3 sources". */
  count: (said: number) => string
  /** "[1][4]" as links where there is an address; takes citations or bare source ids. */
  mark: (cites: readonly string[]) => string
  /** The same without links, for tables and for the fallback text. */
  plain: (cites: readonly string[]) => string
}

export interface Numbering extends Marks {
  /** Sources that the answer cites, by number; listed when they are asked for. */
  readonly sources: NumberedSource[]
}

/** The same numbers without links, for the fallback text. */
export function unlinked({ guides, count, plain }: Marks): Marks {
  return { guides, count, plain, mark: plain }
}

/**
 * Numbers the sources of an answer; card, modal and full table use the same numbers. A guide of a panel has the number
 * of its place there, so that [4] is the same guide on every card; others follow as cited, and behind them those of
 * `beyond`, which the answer itself does not cite.
 */
export function numberSources(answer: Answer, beyond: readonly string[] = []): Numbering {
  const comparison = comparisonOf(answer)
  const { known, guides, guideNumbers, count } = comparison ? catalogued(comparison) : NONE
  const numbers = new Map(guideNumbers)
  const number = (cite: string) => {
    const source = sourceId(cite)
    if (!numbers.has(source) && known.has(source)) numbers.set(source, numbers.size + 1)
  }
  eachCite(answer, number)
  beyond.forEach(number)
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
  const links = new Map<number, string>()
  const linked = (number: number, { url }: Source) => {
    const made = links.get(number) ?? (url ? link(url, `[${number}]`) : `[${number}]`)
    links.set(number, made)
    return made
  }
  return {
    guides,
    count,
    get sources() {
      return citedSources(answer, numbers, known)
    },
    // A card is built several times until it fits, always from the same citations.
    mark: once((cites) => marks(cites, linked)),
    plain: (cites) => marks(cites, (number) => `[${number}]`),
  }
}

/** The sources of a comparison by id, and its guides. */
interface Catalogued {
  known: ReadonlyMap<string, Source>
  guides: Source[]
  guideNumbers: ReadonlyMap<string, number>
  count: (said: number) => string
}

const NONE: Catalogued = { known: new Map(), guides: [], guideNumbers: new Map(), count: String }

/** Hundreds of answers speak of one comparison. */
const catalogued = onceForAll((comparison: Comparison): Catalogued => {
  const guides = countedSources(comparison)
  const { one, many } = comparison.voices
  const panel = isPanel(comparison)
  return {
    known: new Map(comparison.sources.map((source) => [source.id, source])),
    guides,
    guideNumbers: new Map(panel ? guides.map(({ id }, place) => [id, place + 1]) : []),
    count: panel ? (said) => `${said} of ${guides.length} ${many}` : (said) => counted(said, one, many),
  }
})

/** The sources that an answer cites, by number. */
function citedSources(
  answer: Answer,
  numbers: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, Source>,
): NumberedSource[] {
  const cited = new Map<string, Set<string>>()
  eachCite(answer, (cite) => {
    const id = sourceId(cite)
    const cites = cited.get(id) ?? new Set()
    cited.set(id, cites.add(cite))
  })
  return [...cited]
    .flatMap(([id, cites]) => {
      const [number, source] = [numbers.get(id), known.get(id)]
      return number === undefined || !source ? [] : [{ number, source, cites: [...cites] }]
    })
    .sort((a, b) => a.number - b.number)
}

const COLON = ':'.charCodeAt(0)
const HASH = '#'.charCodeAt(0)

/** The source of a citation, or of a bare source id. */
export function sourceId(cite: string): string {
  for (let at = 0; at < cite.length; at++) {
    const sign = cite.charCodeAt(at)
    if (sign === COLON || sign === HASH) return cite.slice(0, at)
  }
  return cite
}

/** The comparison that an answer speaks of; null where it speaks of none. */
export function comparisonOf(answer: Answer): Comparison | null {
  if ('comparison' in answer) return answer.comparison
  return answer.kind === 'not-covered' ? (answer.named?.comparison ?? null) : null
}

/** Calls `put` with every citation of an answer, in its order. */
function eachCite(answer: Answer, put: (cite: string) => void): void {
  const all = (cites: readonly string[]) => {
    for (const cite of cites) put(cite)
  }
  const allOf = (claims: readonly { cites: readonly string[] }[]) => {
    for (const { cites } of claims) all(cites)
  }
  switch (answer.kind) {
    case 'verdict': {
      const { rules } = answer.comparison
      for (const outcomes of [answer.decided, answer.outweighed]) {
        for (const { cites, but } of outcomes) {
          all(cites)
          allOf(but)
        }
      }
      if (answer.pick === 'both') all(rules.both.cites)
      if (answer.pick === 'either') {
        all(rules.either.cites)
        allOf(rules.either.leans)
      }
      if (answer.deadlock) all(rules.deadlock.cites)
      for (const { criterion } of answer.rows) for (const { at } of criterion.positions) all(at)
      return
    }
    case 'comparison':
      for (const { cites } of answer.house ?? []) all(cites)
      for (const { criterion } of answer.rows) for (const { at } of criterion.positions) all(at)
      return
    case 'faq':
    case 'table': {
      const { entry } = answer
      all(entry.cites)
      for (const claims of [entry.points, entry.more, entry.checks]) allOf(claims)
      if (entry.kind === 'criterion' && entry.differ) all(entry.differ.cites)
      if (entry.kind === 'table' && entry.caveat) all(entry.caveat.cites)
      if (entry.kind === 'table') allOf(entry.rows)
      else for (const { at } of entry.positions) all(at)
      if (answer.kind === 'faq') for (const { cites } of answer.house ?? []) all(cites)
      if (answer.kind === 'faq')
        for (const { criterion } of answer.rows) for (const { at } of criterion.positions) all(at)
      return
    }
    case 'not-covered':
      all(answer.named?.pair.say.cites ?? [])
      return
    case 'ambiguous':
    case 'help':
      return
  }
}
