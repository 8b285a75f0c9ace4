import type { Verdict } from '../core/domain/answer.ts'
import { citationParts } from '../core/domain/citation.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import { criterionRows } from './agreement.ts'
import { actions, section, smallPrint, table } from './blocks.ts'
import { budgetOf, columns, labelLength, tableLimits } from './budget.ts'
import type { Block, Card, CardContext } from './card-types.ts'
import { fitCard, type Room, times } from './fit.ts'
import { footLines, footRow, lead, stateButton } from './foot.ts'
import { actionIds, numberedAction } from './ids.ts'
import { partsByOption, verdictLine } from './line-one.ts'
import { cut, escapeText, visible } from './mrkdwn.ts'
import { reasonLine, saidBy, shortReason } from './outcome.ts'
import {
  authorName,
  countedFacts,
  countedLine,
  givenLine,
  noRuleLine,
  uncountedFacts,
  uncountedLine,
} from './read-facts.ts'
import { type Numbering, numberSources } from './sources.ts'
import { stateMetadata, stateOf } from './state.ts'
import { counted, factWords, firstSentence, guidesOf, listed, partName, pickName } from './wording.ts'

type Cut = 'full' | 'reasons' | 'despite' | 'flips' | 'rows' | 'counted' | 'uncounted' | 'noRule' | 'given'

/** Lines of a card, and how many things of their kind they leave unsaid. */
interface Group {
  lines: string[]
  hidden: number
}

/** What gives way, least important first; one of each reason, doubt and change stays as long as anything else can go. */
const order: Cut[] = [
  ...times<Cut>('rows', 3),
  ...times<Cut>('flips', 1),
  ...times<Cut>('reasons', 1),
  'uncounted',
  'noRule',
  'counted',
  'rows',
  'uncounted',
  'noRule',
  'despite',
  'counted',
  'rows',
  'rows',
  'uncounted',
  'noRule',
  'reasons',
  'full',
  'counted',
  'despite',
  'given',
  'flips',
  'reasons',
  'counted',
  'uncounted',
  'noRule',
  'despite',
  'flips',
]

/**
 * The verdict's card: line one with its condition, then because, despite, what would change it, the criteria, what
 * was read, the one question. What has no room stands behind "Why?", and the card says how much.
 */
export function verdictCard(knowledge: Knowledge, verdict: Verdict, context: CardContext): Card {
  const numbering = numberSources(verdict)
  const first = verdictLine(knowledge, verdict)
  const asked: Room<Cut> = {
    full: 1,
    reasons: 3,
    despite: 2,
    flips: 2,
    rows: verdict.readings.length > 0 ? 0 : Math.min(verdict.rows.length, tableLimits.rows),
    counted: 4,
    uncounted: 3,
    noRule: 3,
    given: 1,
  }
  return fitCard(budgetOf(verdict), asked, order, (room) =>
    build(knowledge, verdict, context, numbering, first, room),
  )
}

function build(
  knowledge: Knowledge,
  verdict: Verdict,
  context: CardContext,
  numbering: Numbering,
  first: string,
  room: Room<Cut>,
): Card {
  const groups = [
    reasonGroup(knowledge, verdict, numbering, room),
    despiteGroup(knowledge, verdict, numbering, room.despite),
    flipGroup(knowledge, verdict, room.flips),
  ]
  const facts = [
    group(countedFacts(verdict), room.counted, (fact) => countedLine(fact, context)),
    group(uncountedFacts(verdict), room.uncounted, (fact) => uncountedLine(fact, context)),
    group(verdict.noRule, room.noRule, (need) => noRuleLine(need, context)),
  ]
  const given = room.given > 0 ? givenLine(knowledge, verdict) : undefined
  const reasons = groups.flatMap(({ lines }) => lines)
  const factLines = [...(given ? [given] : []), ...facts.flatMap(({ lines }) => lines)]
  // A group that shows nothing cannot say what it hides: the last line says it for all of them.
  const silent = [...groups, ...facts].reduce((sum, { hidden }) => sum + hidden, 0)
  const close = [readLine(verdict), silent > 0 ? more(silent) : ''].filter(Boolean).join(' ')
  return {
    text: [escapeText(first), ...fallbackReason(knowledge, verdict, numbering)].join('\n'),
    blocks: [
      section([lead(escapeText(first)), ...reasons].join('\n')),
      ...tables(knowledge, verdict, context, room.rows),
      ...(factLines.length > 0 ? [section(factLines.join('\n'))] : []),
      ...(close ? [smallPrint(close)] : []),
      ...questionBlocks(verdict, context),
      ...footLines(context),
      footRow(verdict, context, { why: true, fullTable: true, share: true, overview: true }),
    ],
    metadata: stateMetadata(stateOf(verdict)),
  }
}

/** As many lines as there is room for; the last says how many more stand in "Why?". */
function group<T>(items: readonly T[], room: number, line: (item: T) => string): Group {
  const shown = items.slice(0, room).map(line)
  const hidden = items.length - shown.length
  if (shown.length === 0 || hidden === 0) return { lines: shown, hidden }
  return { lines: [...shown.slice(0, -1), `${shown.at(-1)} ${more(hidden)}`], hidden: 0 }
}

function more(count: number): string {
  return `+${count} in Why?`
}

function reasonGroup(
  knowledge: Knowledge,
  verdict: Verdict,
  numbering: Numbering,
  room: Pick<Room<Cut>, 'full' | 'reasons'>,
): Group {
  const { pick } = verdict
  const lines = [
    ...(verdict.deadlock ? [deadlockLine(verdict, numbering)] : []),
    ...(pick === null ? [outcomesLine(verdict)] : []),
    ...(pick === 'both' ? partLines(knowledge, verdict, numbering) : []),
    ...(pick === 'either' ? eitherLines(knowledge, verdict, numbering) : []),
    ...(isOption(pick) ? optionLines(knowledge, verdict, numbering, room.full > 0) : []),
  ]
  // A verdict of parts names every part, whatever else must go.
  const floor = pick === 'both' ? partsByOption(verdict.parts).size : 0
  return group(lines, Math.max(room.reasons, floor), (line) => line)
}

function isOption(pick: Verdict['pick']): boolean {
  return pick !== null && pick !== 'both' && pick !== 'either'
}

function deadlockLine({ comparison }: Verdict, numbering: Numbering): string {
  const { text, cites } = comparison.rules.deadlock
  return `${escapeText(firstSentence(text))} ${numbering.mark(cites)}`
}

function optionLines(knowledge: Knowledge, verdict: Verdict, numbering: Numbering, full: boolean): string[] {
  const [main, ...others] = verdict.decided
  if (!main) return []
  const first = full
    ? reasonLine(verdict, main, numbering)
    : `Because: ${shortReason(knowledge, verdict, main, numbering)}`
  return [first, ...others.map((outcome) => `Also: ${shortReason(knowledge, verdict, outcome, numbering)}`)]
}

function partLines(knowledge: Knowledge, verdict: Verdict, numbering: Numbering): string[] {
  const { comparison, parts } = verdict
  const lines = [...partsByOption(parts)].map(([option, own]) => {
    const why = own.map(
      ({ part, by }) =>
        `${escapeText(partName(knowledge, part))}, for ${shortReason(knowledge, verdict, by, numbering)}`,
    )
    return `• ${escapeText(pickName(comparison, option))}: ${why.join('; ')}`
  })
  return [...lines, standingLine(verdict, comparison.rules.both, numbering)]
}

function eitherLines(knowledge: Knowledge, verdict: Verdict, numbering: Numbering): string[] {
  const { comparison, decided } = verdict
  const { either } = comparison.rules
  return [
    ...decided.map(
      (outcome) =>
        `For ${escapeText(pickName(comparison, outcome.option))}: ${shortReason(knowledge, verdict, outcome, numbering)}`,
    ),
    standingLine(verdict, either, numbering),
    ...either.leans.map(({ text, cites }) => `${escapeText(text)} ${numbering.mark(cites)}`),
  ]
}

function standingLine(
  verdict: Verdict,
  { because, cites }: { because: string; cites: readonly string[] },
  numbering: Numbering,
): string {
  const guides = guidesOf(verdict.comparison)
    .map(({ id }) => id)
    .filter((id) => cites.some((cite) => citationParts(cite).source === id))
  return `${escapeText(because)} ${saidBy(verdict, guides, cites, numbering)}`
}

/** What the readings come out as, for those who do not see the table. */
function outcomesLine({ comparison, readings }: Verdict): string {
  const picks = [...new Set(readings.map(({ pick }) => pickName(comparison, pick)))]
  return `It comes out as ${escapeText(listed(picks, 'or'))}.`
}

function despiteGroup(knowledge: Knowledge, verdict: Verdict, numbering: Numbering, room: number) {
  return joined('Despite', verdict.outweighed, room, (outcome) =>
    shortReason(knowledge, verdict, outcome, numbering),
  )
}

function flipGroup(knowledge: Knowledge, verdict: Verdict, room: number) {
  return joined('Would change it', verdict.flips, room, (flip) => flipWords(knowledge, verdict, flip))
}

/** Several things of one kind on one line, under one title. */
function joined<T>(title: string, items: readonly T[], room: number, words: (item: T) => string): Group {
  const shown = items.slice(0, room).map(words)
  const hidden = items.length - shown.length
  if (shown.length === 0) return { lines: [], hidden }
  return { lines: [`${title}: ${shown.join('; ')}${hidden > 0 ? ` ${more(hidden)}` : ''}`], hidden: 0 }
}

/** "live updates are dropped → Beta", escaped. */
export function flipWords(knowledge: Knowledge, verdict: Verdict, flip: Verdict['flips'][number]): string {
  const changes = flip.changes.map(({ id, value }) => {
    const words = factWords(knowledge, verdict.comparison, id)
    return value === 'yes' ? words.whenTrue : words.whenFalse
  })
  return escapeText(`${listed(changes)} → ${pickName(verdict.comparison, flip.pick)}`)
}

function tables(knowledge: Knowledge, verdict: Verdict, context: CardContext, rows: number): Block[] {
  if (verdict.readings.length > 0) return [table(readingRows(knowledge, verdict, context))]
  return rows > 0 ? [table(criterionRows(verdict.comparison, verdict.rows.slice(0, rows)))] : []
}

function readingRows(knowledge: Knowledge, verdict: Verdict, context: CardContext): string[][] {
  const picks = verdict.readings.map(({ pick }) => pickName(verdict.comparison, pick))
  const room = columns - 1 - Math.max('Better fit'.length, ...picks.map((pick) => pick.length))
  const rows = verdict.readings.slice(0, tableLimits.rows).map((reading, index) => {
    const said = reading.facts.filter(({ value }) => value === 'yes')
    const words = (said.length > 0 ? said : reading.facts).map(({ id, value }) => {
      const { whenTrue, whenFalse } = factWords(knowledge, verdict.comparison, id)
      return value === 'yes' ? whenTrue : whenFalse
    })
    const names = said.flatMap(({ id }) => speakers(verdict, id, context))
    const full = names.length > 0 ? `${listed(words)} (${listed([...new Set(names)])})` : listed(words)
    const cell = full.length <= room ? full : cut(listed(words), room)
    return [cell, picks[index] ?? '']
  })
  return [['If', 'Better fit'], ...rows]
}

function speakers(verdict: Verdict, id: string, context: CardContext): string[] {
  return verdict.facts
    .filter((fact) => fact.id === id && fact.value === 'yes' && fact.message !== undefined)
    .map((fact) => context.thread?.[fact.message ?? -1])
    .map((message) => (message ? visible(authorName(message, context)) : ''))
    .filter(Boolean)
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

function fallbackReason(knowledge: Knowledge, verdict: Verdict, numbering: Numbering): string[] {
  const plain = { ...numbering, mark: numbering.plain }
  const { lines } = reasonGroup(knowledge, verdict, plain, { full: 1, reasons: 1 })
  return lines.slice(0, 1).map((line) => line.replace(/ \+\d+ in Why\?$/, ''))
}
