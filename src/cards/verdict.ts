import type { Verdict } from '../core/domain/answer.ts'
import { criterionRows } from './agreement.ts'
import { actions, section, smallPrint, table } from './blocks.ts'
import { budgetOf, labelLength, tableLimits } from './budget.ts'
import type { Block, Card, CardContext, CardKnowledge } from './card-types.ts'
import { fitCard, type Room, times } from './fit.ts'
import { footLines, footRow, lead, stateButton } from './foot.ts'
import { firstOf, more, together } from './group.ts'
import { actionIds, numberedAction } from './ids.ts'
import { verdictLine } from './line-one.ts'
import { escapeText } from './mrkdwn.ts'
import {
  countedFacts,
  countedLine,
  givenGroup,
  noRuleLine,
  uncountedFacts,
  uncountedLine,
} from './read-facts.ts'
import { readingRows } from './readings.ts'
import { numberSources } from './sources.ts'
import { stateMetadata, stateOf } from './state.ts'
import { despiteGroup, flipGroup, reasonGroups } from './verdict-reasons.ts'
import { type VerdictWords, verdictWords } from './verdict-words.ts'
import { counted } from './wording.ts'

type Cut = 'full' | 'reasons' | 'despite' | 'flips' | 'rows' | 'counted' | 'uncounted' | 'noRule' | 'given'

/** What a verdict's card shows whatever the room. */
interface Fixed {
  first: string
  counted: string[]
  uncounted: string[]
  noRule: string[]
  read: string
  text: string
  end: Block[]
  metadata: NonNullable<Card['metadata']>
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
  ...times<Cut>('noRule', 2),
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
  ...times<Cut>('noRule', 2),
  'reasons',
  'despite',
  'counted',
  'reasons',
  // Where nothing counts, the one line that says why not outlasts what would change the verdict.
  'flips',
  ...times<Cut>('counted', 2),
  ...atLast,
]

/** In a dispute the readings are the answer: they stay longest. */
const disputeOrder: Cut[] = [
  ...times<Cut>('uncounted', 2),
  ...times<Cut>('noRule', 2),
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
  const fixed: Fixed = {
    first: lead(first),
    counted: countedFacts(verdict).map((fact, index) => countedLine(fact, context, index)),
    uncounted: uncountedFacts(verdict).map((fact) => uncountedLine(fact, context)),
    noRule: verdict.noRule.map((need) => noRuleLine(need, context)),
    read: readLine(verdict),
    text: [first, ...fallbackReason(words)].join('\n'),
    end: [
      ...questionBlocks(verdict, context),
      ...footLines(context),
      footRow(verdict, context, { why: true, fullTable: true, share: true, overview: true }),
    ],
    metadata: stateMetadata(stateOf(verdict)),
  }
  const disputed = verdict.readings.length > 0
  const order = disputed ? disputeOrder : verdict.read ? threadOrder : privateOrder
  const asked: Room<Cut> = {
    full: 1,
    reasons: 3,
    despite: 2,
    flips: 2,
    rows: Math.min((disputed ? verdict.readings : verdict.rows).length, tableLimits.rows),
    counted: 4,
    uncounted: 3,
    noRule: 3,
    given: 4,
  }
  return fitCard(budgetOf(verdict), asked, order, (room) => build(words, context, fixed, room))
}

function build(words: VerdictWords, context: CardContext, fixed: Fixed, room: Room<Cut>): Card {
  const { knowledge, verdict } = words
  const reasons = together([
    ...reasonGroups(words, room),
    despiteGroup(words, room.despite),
    flipGroup(words, room.flips),
    { lines: [], hidden: verdict.readings.length > 0 ? verdict.readings.length - room.rows : 0 },
  ])
  const facts = [
    givenGroup(knowledge, verdict, room.given),
    firstOf(fixed.counted, room.counted),
    firstOf(fixed.uncounted, room.uncounted),
    firstOf(fixed.noRule, room.noRule),
  ]
  const { read } = fixed
  const unseen = facts.reduce((sum, { hidden }) => sum + hidden, 0)
  const factLines = read ? facts.flatMap(({ lines }) => lines) : together(facts)
  return {
    text: fixed.text,
    blocks: [
      section([fixed.first, ...reasons].join('\n')),
      ...tables(knowledge, verdict, context, room.rows),
      ...(factLines.length > 0 ? [section(factLines.join('\n'))] : []),
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

function readLine({ read }: Verdict): string {
  if (!read) return ''
  const unread = read.unread > 0 ? ` ${counted(read.unread, 'more message')} not read.` : ''
  return `Read ${counted(read.messages, 'message')}, used ${read.used}.${unread}`
}

function questionBlocks(verdict: Verdict, context: CardContext): Block[] {
  const { clarifying } = verdict
  // Whoever said "not sure" is not asked the same again.
  if (!clarifying || context.answered?.unsure) return []
  const state = stateOf(verdict)
  const choices = clarifying.choices.slice(0, 4).map(({ label, facts }, index) =>
    stateButton(numberedAction(actionIds.choice, index), label.slice(0, labelLength), {
      ...state,
      facts: { ...state.facts, ...Object.fromEntries(facts.map(({ id, value }) => [id, value])) },
      choice: facts.length > 0 ? 'given' : 'unsure',
    }),
  )
  return [section(escapeText(clarifying.question)), actions(choices)]
}

/** The first reason for those who hear the fallback text, without links. */
function fallbackReason({ knowledge, verdict, numbering }: VerdictWords): string[] {
  const unlinked = verdictWords(knowledge, verdict, { ...numbering, mark: numbering.plain })
  return reasonGroups(unlinked, { full: 1, reasons: 1 })
    .flatMap(({ lines }) => lines)
    .slice(0, 1)
}
