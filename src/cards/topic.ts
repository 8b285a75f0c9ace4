import type { TopicAnswer } from '../core/domain/answer.ts'
import type { Entry } from '../core/domain/entry.ts'
import { once } from '../core/once.ts'
import { agreementLine, criterionRows } from './agreement.ts'
import { table } from './blocks.ts'
import { budgets, tableLimits } from './budget.ts'
import type { Block, Card, CardContext } from './card-types.ts'
import { elsewhereLines } from './elsewhere.ts'
import { type Draft, fitCard, type Room, times } from './fit.ts'
import { footLines, footRow, lead } from './foot.ts'
import { escapeText } from './mrkdwn.ts'
import { houseLine } from './outcome.ts'
import { type Marks, type Numbering, numberSources, sourceId, unlinked } from './sources.ts'
import { stateMetadata, stateOf } from './state.ts'
import { unweighedLines } from './unweighed.ts'
import { dateWords, isOld } from './wording.ts'

type Cut = 'old' | 'points' | 'said' | 'rows'

const order: Cut[] = ['old', 'points', 'points', 'said', ...times<Cut>('rows', tableLimits.rows)]

/** What a topic's card shows whatever the room, or in one of few wordings. */
interface Words {
  first: string
  /** What is left out, and rules of the house that say otherwise; they never give way. */
  house: string[]
  points: string[]
  says: string
  table: (rows: number) => Block[]
  old: () => string
  text: string
  end: (why: boolean) => Block[]
  metadata: NonNullable<Card['metadata']>
}

/** The card of a general question: the answer, the criteria it is made of, at most two points, who says so. */
export function topicCard(answer: TopicAnswer, context: CardContext): Card {
  const { entry } = answer
  const numbering = numberSources(answer)
  const words: Words = {
    first: lead(escapeText(entry.answer)),
    house: [...unweighedLines(answer), ...(answer.house ?? []).map((rule) => houseLine(rule, numbering))],
    points: entry.points.map(({ text, cites }) => `${escapeText(text)} ${numbering.mark(cites)}`),
    // Where criteria answer together, each row counts for itself.
    says: answer.rows.length > 0 ? '' : whoSays(answer, numbering),
    table: once((rows) =>
      rows > 0 ? [table(criterionRows(answer.comparison, answer.rows.slice(0, rows)))] : [],
    ),
    old: () => oldGuides(answer, context, numbering),
    text: [escapeText(entry.answer), fallbackReason(answer, numbering)].join('\n'),
    end: once((why) => [
      ...elsewhereLines(answer),
      ...footLines(context),
      footRow(answer, context, {
        why,
        fullTable: answer.rows.length > 0 || (entry.kind !== 'table' && entry.positions.length > 0),
        share: true,
        near: nearTo(answer),
      }),
    ]),
    metadata: stateMetadata(stateOf(answer)),
  }
  const asked: Room<Cut> = {
    old: 1,
    points: entry.points.length,
    said: 1,
    rows: Math.min(answer.rows.length, tableLimits.rows),
  }
  return fitCard(budgets.topic, asked, order, (room) => build(entry, numbering, words, room))
}

function build(entry: Entry, numbering: Numbering, words: Words, room: Room<Cut>): Draft {
  const points = words.points.slice(0, room.points)
  const hidden = words.points.length - points.length
  const said = [
    room.said > 0 ? words.says : numbering.mark(entry.cites),
    room.old > 0 ? words.old() : '',
    hidden > 0 ? `+${hidden} in Why?` : '',
  ]
  const claims = [...points, said.filter(Boolean).join('. ')].filter(Boolean)
  const rows = words.table(room.rows)
  return {
    text: words.text,
    blocks: [
      ...(rows.length > 0
        ? [[words.first, ...words.house], ...rows, claims]
        : [[words.first, ...words.house, ...claims]]),
      ...words.end(hasMore(entry) || hidden > 0),
    ],
    metadata: words.metadata,
  }
}

/** For those who hear the fallback text: the first point, or who says so where the answer stands alone; escaped. */
function fallbackReason(answer: TopicAnswer, numbering: Marks): string {
  const [point] = answer.entry.points
  return point
    ? `${escapeText(point.text)} ${numbering.plain(point.cites)}`
    : whoSays(answer, unlinked(numbering))
}

/** Who stands behind the answer: counted guides where they take positions, else the sources of the line. */
function whoSays({ comparison, entry, agreement }: TopicAnswer, numbering: Marks): string {
  if (agreement && agreement.speaking > 0) return agreementLine(comparison, agreement, numbering)
  return citedBy({ entry }, numbering)
}

/**
 * "Said by 2 of 5 guides [1][4]", and other sources after them; beside points with sources of their own it says of what.
 * What no source says is told as our reading of them.
 */
export function citedBy({ entry }: { entry: Entry }, numbering: Marks): string {
  if (entry.ownReading) return `Our reading of ${numbering.mark(entry.cites)}`
  const guides = new Set(numbering.guides.map(({ id }) => id))
  const ours = entry.cites.filter((cite) => guides.has(sourceId(cite)))
  const others = entry.cites.filter((cite) => !guides.has(sourceId(cite)))
  const speaking = new Set(ours.map(sourceId)).size
  const opening = entry.points.length > 0 ? 'First line by' : 'Said by'
  const first = speaking > 0 ? `${opening} ${numbering.count(speaking)} ${numbering.mark(ours)}` : ''
  const second = others.length > 0 ? `${first ? 'and by' : opening} ${numbering.mark(others)}` : ''
  return [first, second].filter(Boolean).join(' ')
}

/** "[2] is from Jan 2025", for the guides that the answer itself rests on. */
function oldGuides({ entry }: TopicAnswer, context: CardContext, numbering: Numbering): string {
  const own = new Set([...entry.cites, ...entry.points.flatMap(({ cites }) => cites)].map(sourceId))
  const counting = new Set(numbering.guides.map(({ id }) => id))
  const old = numbering.sources.filter(
    ({ source }) => counting.has(source.id) && own.has(source.id) && isOld(source, context.asOf),
  )
  return old
    .map(({ source }) => `${numbering.mark([source.id])} is from ${dateWords(source.date)}`)
    .join(', ')
}

function hasMore(entry: Entry): boolean {
  const differs = entry.kind === 'criterion' && entry.differ !== undefined
  return (
    entry.more.length + entry.checks.length > 0 ||
    differs ||
    (entry.kind !== 'table' && entry.positions.length > 0)
  )
}

/** Entries near to this one, for the menu. */
export function nearTo({ comparison, entry }: Pick<TopicAnswer, 'comparison' | 'entry'>) {
  return entry.see
    .map((id) => comparison.entries.find((each) => each.entry === id))
    .filter((each) => each !== undefined)
    .map(({ entry: id, title }) => ({ entry: id, title }))
}
