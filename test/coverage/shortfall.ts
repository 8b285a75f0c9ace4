import { card } from '../../src/cards/card.ts'
import type { CardContext } from '../../src/cards/card-types.ts'
import { fullTable } from '../../src/cards/full-table.ts'
import { numberSources } from '../../src/cards/sources.ts'
import { whyModal } from '../../src/cards/why-modal.ts'
import { drawBlocks } from '../../src/cli/ask/draw.ts'
import { pickOf } from '../../src/cli/ask/pick.ts'
import { answer } from '../../src/core/answer.ts'
import type { Answer, Verdict } from '../../src/core/domain/answer.ts'
import { citationParts } from '../../src/core/domain/citation-parts.ts'
import type { Engine } from '../../src/core/engine.ts'
import type { Asked } from './inventory.ts'

const asOf = '2026-11-21'
const context: CardContext = { command: '/stack', surface: 'private', asOf, people: (id) => id }

/** What an answer lacks of a claim: what was given instead, and what is missing. */
export interface Shortfall {
  asked: Asked
  /** Entry, kind or pick that was given. */
  given: string
  missing: string[]
  /** The card offers an entry that cites the line, among others. */
  offered: boolean
}

/** Asks for a claim; null when the answer is direct, rests on its line, says its point and picks what it must. */
export function shortfallOf(engine: Engine, asked: Asked): Shortfall | null {
  const given = answer(engine, { text: asked.question, comparison: asked.comparison, asOf })
  const missing: string[] = []
  if (!isDirect(given)) missing.push('a direct answer')
  else if (!rests(cites(given), asked.at)) missing.push(`a citation of ${asked.at}`)
  const text = shown(engine, given).toLowerCase()
  for (const point of asked.point) {
    const says = point.split('|').some((each) => text.includes(each.toLowerCase()))
    if (!says) missing.push(`"${point}"`)
  }
  if (asked.pick !== undefined && pickOf(given) !== asked.pick)
    missing.push(`pick ${asked.pick}, not ${pickOf(given)}`)
  if (missing.length === 0) return null
  return { asked, given: nameOf(given), missing, offered: given.kind === 'ambiguous' && offers(given, asked) }
}

/** A guide's words on a pair that it only names are an answer; the bare refusal and a choice of three are none. */
function isDirect(given: Answer): boolean {
  return (
    given.kind !== 'ambiguous' &&
    given.kind !== 'help' &&
    (given.kind !== 'not-covered' || given.named !== null)
  )
}

function cites(given: Answer): string[] {
  return numberSources(given).sources.flatMap((source) => source.cites)
}

/** Whether one of the citations holds a line of the place. */
function rests(citations: readonly string[], place: string): boolean {
  const { source, lines: [first, last] = [0, 0] } = citationParts(place)
  return citations
    .map(citationParts)
    .some(
      (cited) => cited.source === source && cited.lines && cited.lines[0] <= last && first <= cited.lines[1],
    )
}

/** The card and what one press shows: "Why?" and the full table. Titles of sources say nothing of a point. */
function shown(engine: Engine, given: Answer): string {
  const answered = given.kind === 'verdict' ? withoutQuotes(given) : given
  const why = whyModal(engine.knowledge, answered, context)
  // The table of a verdict is the whole comparison, in which any point would be found.
  const table = answered.kind === 'faq' || answered.kind === 'table' ? fullTable(answered, context) : null
  return [card(engine.knowledge, answered, context), why, ...(table ? [table] : [])]
    .map(({ blocks }) => drawBlocks(blocks))
    .join('\n')
}

/** The asker's own words say no point. */
function withoutQuotes(verdict: Verdict): Verdict {
  return { ...verdict, facts: verdict.facts.map(({ quote: _, ...fact }) => fact), noRule: [] }
}

function offers({ comparison, candidates }: Extract<Answer, { kind: 'ambiguous' }>, asked: Asked): boolean {
  return candidates.some(({ entry }) => {
    const found = comparison.entries.find((each) => each.entry === entry)
    return found !== undefined && rests(JSON.stringify(found).match(/S\d:\d+(?:-\d+)?/g) ?? [], asked.at)
  })
}

function nameOf(given: Answer): string {
  if (given.kind === 'faq' || given.kind === 'table') return given.entry.entry
  if (given.kind === 'verdict') return `verdict ${given.pick}`
  if (given.kind === 'ambiguous')
    return `a choice of ${given.candidates.map(({ entry }) => entry).join(', ')}`
  return given.kind
}
