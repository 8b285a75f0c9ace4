import type { Verdict } from '../core/domain/answer.ts'
import { once } from '../core/once.ts'
import { criterionRows } from './agreement.ts'
import { actions, section, smallPrint, table } from './blocks.ts'
import { budgetOf, labelLength, tableLimits } from './budget.ts'
import type { Block, Card, CardContext, CardKnowledge } from './card-types.ts'
import { changeLines } from './change-lines.ts'
import { elsewhereLines } from './elsewhere.ts'
import { type Draft, fitCard, possible, type Room, times } from './fit.ts'
import { footLines, footRow, lead } from './foot.ts'
import { ended, firstOf, type Group, more, together } from './group.ts'
import { actionIds, numberedAction } from './ids.ts'
import { verdictLine } from './line-one.ts'
import { escapeText } from './mrkdwn.ts'
import {
  countedFacts,
  countedLine,
  givenGroup,
  givenWords,
  noRuleLine,
  uncountedFacts,
  uncountedLine,
  whatIfLines,
} from './read-facts.ts'
import { readingRows } from './readings.ts'
import { numberSources, unlinked } from './sources.ts'
import { stateMetadata, stateOf } from './state.ts'
import { stateButton } from './state-button.ts'
import { unweighedLines } from './unweighed.ts'
import { despiteGroup, flipGroup, reasonGroups } from './verdict-reasons.ts'
import { type VerdictWords, verdictWords } from './verdict-words.ts'
import { counted, figure } from './wording.ts'

const foot = { form: 'Correct facts', why: true, fullTable: true, share: true, overview: true }

type Cut = 'full' | 'reasons' | 'despite' | 'flips' | 'rows' | 'counted' | 'uncounted' | 'noRule' | 'given'

/** Things of one kind, as lines for the first of them. */
interface Listed {
  lines: string[]
  total: number
}

/** What a verdict's card shows whatever the room, or in one of few wordings. */
interface Fixed {
  /** Line one, and what was only supposed. */
  first: string[]
  reasons: (room: { full: number; reasons: number }) => Group[]
  despite: (room: number) => Group
  flips: (room: number) => Group
  table: (rows: number) => Block[]
  given: (room: number) => Group
  asSentence: (line: string) => string
  counted: Listed
  uncounted: Listed
  noRule: Listed
  read: string
  text: string
  end: Block[]
  metadata: NonNullable<Card['metadata']>
}

/** What a card shows at most; the orders below take so much away. */
const most: Room<Cut> = {
  full: 1,
  reasons: 3,
  despite: 2,
  flips: 2,
  rows: tableLimits.rows,
  counted: 4,
  uncounted: 3,
  noRule: 2,
  given: 4,
}

/** Last to go, in the end: no card is over its budget. */
const atLast: Cut[] = [
  ...times<Cut>('given', 3),
  'uncounted',
  'noRule',
  'counted',
  'despite',
  'given',
  'flips',
  ...times<Cut>('rows', 6),
  'reasons',
]

/** What gives way, least important first: a private card explains itself before it lists the asker's own words. */
const privateOrder: Cut[] = [
  ...times<Cut>('rows', 4),
  ...times<Cut>('uncounted', 2),
  'noRule',
  ...times<Cut>('counted', 2),
  'flips',
  'reasons',
  'despite',
  ...times<Cut>('rows', 2),
  'counted',
  'full',
  'reasons',
  ...atLast,
]

/** In a thread the facts come first, since people must see what was read of their words. */
const threadOrder: Cut[] = [
  ...times<Cut>('rows', 6),
  'flips',
  'full',
  ...times<Cut>('uncounted', 2),
  'noRule',
  'reasons',
  'despite',
  ...times<Cut>('counted', 2),
  'reasons',
  // Two quotes say what was read; a third gives way to what would change the verdict. Where nothing counts, the one
  // line that says why not outlasts that.
  'flips',
  'counted',
  ...atLast,
]

/** In a dispute the readings are the answer: they stay longest. */
const disputeOrder: Cut[] = [
  ...times<Cut>('uncounted', 2),
  'noRule',
  ...times<Cut>('counted', 3),
  'full',
  ...times<Cut>('reasons', 2),
  ...atLast,
]

/**
 * The verdict's card: line one with its condition, then because, despite, what would change it, the criteria, what
 * was read, the one question. What has no room stands behind "Why?", and the card says how much.
 */
export function verdictCard(knowledge: CardKnowledge, verdict: Verdict, context: CardContext): Card {
  const words = verdictWords(knowledge, verdict, numberSources(verdict))
  const first = escapeText(verdictLine(knowledge, verdict))
  const disputed = verdict.readings.length > 0
  const order = disputed ? disputeOrder : verdict.read ? threadOrder : privateOrder
  const supposed = whatIfLines(knowledge, verdict)
  const unweighed = unweighedLines(verdict)
  const given = givenWords(knowledge, verdict)
  const counted = countedFacts(verdict)
  const uncounted = uncountedFacts(verdict)
  // What is not there would be made room for, and taken away, for nothing.
  const asked: Room<Cut> = {
    ...most,
    despite: Math.min(verdict.outweighed.length, most.despite),
    flips: Math.min(verdict.flips.length, most.flips),
    rows: Math.min((disputed ? verdict.readings : verdict.rows).length, most.rows),
    counted: Math.min(counted.length, most.counted),
    uncounted: Math.min(uncounted.length, most.uncounted),
    noRule: Math.min(verdict.noRule.length, most.noRule),
    given: Math.min(given.length, most.given),
  }
  const fully = once((reasons: number) => reasonGroups(words, { full: 1, reasons }))
  const shortly = once((reasons: number) => reasonGroups(words, { full: 0, reasons }))
  const fixed: Fixed = {
    first: [lead(first), ...unweighed, ...supposed],
    reasons: ({ full, reasons }) => (full > 0 ? fully : shortly)(reasons),
    despite: once((room) => despiteGroup(words, room)),
    flips: once((room) => flipGroup(words, room)),
    table: once((rows) => tables(knowledge, verdict, context, rows)),
    given: once((room) => givenGroup(given, room)),
    asSentence: once(ended),
    counted: listed(counted, asked.counted, (fact, index) => countedLine(fact, context, index)),
    uncounted: listed(uncounted, asked.uncounted, (fact) => uncountedLine(fact, context)),
    noRule: listed(verdict.noRule, asked.noRule, (need) => noRuleLine(need, context)),
    read: readLine(verdict),
    text: [first, ...unweighed, ...supposed, ...fallbackReason(words)].join('\n'),
    end: [
      ...questionBlocks(verdict, context),
      ...elsewhereLines(verdict),
      ...footLines(context, changeLines(knowledge, verdict, context)),
      footRow(verdict, context, foot),
    ],
    metadata: stateMetadata(stateOf(verdict, context), verdict.pick),
  }
  return fitCard(budgetOf(verdict), asked, possible(order, most, asked), (room) =>
    build(verdict, fixed, room),
  )
}

function listed<T>(items: readonly T[], most: number, line: (item: T, index: number) => string): Listed {
  return { lines: items.slice(0, most).map(line), total: items.length }
}

function build(verdict: Verdict, fixed: Fixed, room: Room<Cut>): Draft {
  const { counted, uncounted, noRule, read } = fixed
  const facts = [
    fixed.given(room.given),
    firstOf(counted.lines, room.counted, counted.total),
    firstOf(uncounted.lines, room.uncounted, uncounted.total),
    firstOf(noRule.lines, room.noRule, noRule.total),
  ]
  const unseen = facts.reduce((sum, { hidden }) => sum + hidden, 0)
  const shown = facts.flatMap(({ lines }) => lines)
  const factLines = read || shown.length === 0 ? shown : together(facts, fixed.asSentence)
  // How much stands in "Why?" is said once for each section, and a section is no line of its own for that alone.
  const unread = verdict.readings.length > 0 ? verdict.readings.length - room.rows : 0
  const elsewhere = { lines: [], hidden: unread + (read || shown.length > 0 ? 0 : unseen) }
  const reasons = together(
    [...fixed.reasons(room), fixed.despite(room.despite), fixed.flips(room.flips), elsewhere],
    fixed.asSentence,
  )
  return {
    text: fixed.text,
    blocks: [
      [...fixed.first, ...reasons],
      ...fixed.table(room.rows),
      ...(factLines.length > 0 ? [factLines] : []),
      ...(read ? [smallPrint(unseen > 0 ? `${read} ${more(unseen)}` : read)] : []),
      ...fixed.end,
    ],
    metadata: fixed.metadata,
  }
}

function tables(knowledge: CardKnowledge, verdict: Verdict, context: CardContext, rows: number): Block[] {
  if (rows === 0) return []
  if (verdict.readings.length > 0) return [table(readingRows(knowledge, verdict, context, rows))]
  return [table(criterionRows(verdict.comparison, verdict.rows.slice(0, rows)))]
}

/** "Read 14 messages, used 3."; where not all could be read, which and of how many. */
export function readLine({ read }: Verdict): string {
  if (!read) return ''
  const { messages, unread, newestUnread, used, otherLanguage = 0 } = read
  const all = counted(messages + unread, 'message')
  const end = otherLanguage > 0 ? `used ${used}; ${figure(otherLanguage)} not in English.` : `used ${used}.`
  if (unread === 0) return `Read ${all}, ${end}`
  return `Read the first ${newestUnread ? '' : 'and newest '}${figure(messages)} of ${all}, ${end}`
}

function questionBlocks(verdict: Verdict, context: CardContext): Block[] {
  const { clarifying } = verdict
  // Whoever said "not sure" is not asked the same again.
  if (!clarifying || context.unsure?.includes(clarifying.fact)) return []
  const state = stateOf(verdict, context)
  const choices = clarifying.choices.slice(0, 4).map(({ label, facts }, index) =>
    stateButton(numberedAction(actionIds.choice, index), label.slice(0, labelLength), {
      ...state,
      choice: {
        asked: clarifying.fact,
        facts: Object.fromEntries(facts.map(({ id, value }) => [id, value])),
      },
    }),
  )
  return [section(escapeText(clarifying.question)), actions(choices)]
}

/** The first reason for those who hear the fallback text, without links. */
function fallbackReason({ knowledge, verdict, numbering }: VerdictWords): string[] {
  const words = verdictWords(knowledge, verdict, unlinked(numbering))
  return reasonGroups(words, { full: 1, reasons: 1 })
    .flatMap(({ lines }) => lines)
    .slice(0, 1)
}
