import type { RuleOutcome, Verdict } from '../core/domain/answer.ts'
import type { CardKnowledge } from './card-types.ts'
import { type Group, joined, linesOf } from './group.ts'
import { partsByOption } from './line-one.ts'
import { escapeText } from './mrkdwn.ts'
import { decidedRules, reasonLine, saidBy, shortReason } from './outcome.ts'
import { outcomesLine } from './readings.ts'
import type { Numbering } from './sources.ts'
import { factWords, firstSentence, listed, partName, pickName } from './wording.ts'

/** How many reasons a card may show, and whether the first stands as a full sentence. */
export interface ReasonRoom {
  full: number
  reasons: number
}

/** Why it came out so, by the kind of pick; every line with its sources. */
export function reasonGroups(
  knowledge: CardKnowledge,
  verdict: Verdict,
  numbering: Numbering,
  room: ReasonRoom,
): Group[] {
  const advice = verdict.deadlock ? [deadlockLine(verdict, numbering)] : []
  const deadlock = [linesOf(advice, room.reasons, (line) => line)]
  switch (verdict.pick) {
    case null:
      return [...deadlock, linesOf([outcomesLine(verdict)], room.reasons, (line) => line)]
    case 'both':
      return [...deadlock, ...partGroups(knowledge, verdict, numbering, room)]
    case 'either':
      return [...deadlock, ...eitherGroups(knowledge, verdict, numbering, room)]
    default:
      return [...deadlock, ...optionGroups(knowledge, verdict, numbering, room)]
  }
}

/** "Despite: a team that knows Beta (4 of 5 guides) [1][2]". */
export function despiteGroup(
  knowledge: CardKnowledge,
  verdict: Verdict,
  numbering: Numbering,
  room: number,
): Group {
  return joined('Despite', verdict.outweighed, room, (outcome) =>
    shortReason(knowledge, verdict, outcome, numbering),
  )
}

/** "Would change it: live updates are dropped → Beta". */
export function flipGroup(knowledge: CardKnowledge, verdict: Verdict, room: number): Group {
  return joined('Would change it', verdict.flips, room, (flip) => flipWords(knowledge, verdict, flip))
}

/** "live updates are dropped → Beta", escaped. */
export function flipWords(
  knowledge: CardKnowledge,
  verdict: Verdict,
  flip: Verdict['flips'][number],
): string {
  const changes = flip.changes.map(({ id, value }) => {
    const words = factWords(knowledge, verdict.comparison, id)
    return value === 'yes' ? words.whenTrue : words.whenFalse
  })
  return escapeText(`${listed(changes)} → ${pickName(verdict.comparison, flip.pick)}`)
}

function deadlockLine({ comparison }: Verdict, numbering: Numbering): string {
  const { text, cites } = comparison.rules.deadlock
  return `${escapeText(firstSentence(text))} ${numbering.mark(cites)}`
}

function optionGroups(
  knowledge: CardKnowledge,
  verdict: Verdict,
  numbering: Numbering,
  { full, reasons }: ReasonRoom,
): Group[] {
  const short = (outcome: RuleOutcome) => shortReason(knowledge, verdict, outcome, numbering)
  const [main, ...others] = decidedRules(verdict)
  if (!main) return []
  if (full === 0) return [joined('Because', [main, ...others], reasons, short)]
  return [
    { lines: [reasonLine(verdict, main, numbering)], hidden: 0 },
    joined('Also', others, reasons - 1, short),
  ]
}

/**
 * Each option with what speaks for it, then how the parts talk. Line one names the part of an option that has one;
 * without room for reasons the parts alone are named.
 */
function partGroups(
  knowledge: CardKnowledge,
  verdict: Verdict,
  numbering: Numbering,
  { full, reasons }: ReasonRoom,
): Group[] {
  const { comparison, parts } = verdict
  const options = [...partsByOption(parts)].map(([option, own]): Group => {
    const bullet = `• ${escapeText(pickName(comparison, option))}`
    if (reasons === 0) {
      const names = own.map(({ part }) => partName(knowledge, part))
      return { lines: [`${bullet}: ${escapeText(listed(names))}`], hidden: own.length }
    }
    return joined(bullet, own, reasons, ({ part, by }) => {
      const reason = shortReason(knowledge, verdict, by, numbering)
      return own.length > 1 ? `${escapeText(partName(knowledge, part))} for ${reason}` : reason
    })
  })
  const talk = { lines: [standingLine(comparison.rules.both, numbering)], hidden: 0 }
  return [...options, full > 0 ? talk : { lines: [], hidden: 1 }]
}

function eitherGroups(
  knowledge: CardKnowledge,
  verdict: Verdict,
  numbering: Numbering,
  { full, reasons }: ReasonRoom,
): Group[] {
  const { comparison } = verdict
  const { either } = comparison.rules
  const pulls = decidedRules(verdict).map(
    (outcome) =>
      `For ${escapeText(pickName(comparison, outcome.option))}: ${shortReason(knowledge, verdict, outcome, numbering)}`,
  )
  const leans = either.leans.map(({ text, cites }) => `${escapeText(text)} ${numbering.mark(cites)}`)
  return [
    full > 0 || reasons > 0
      ? { lines: [standingLine(either, numbering)], hidden: 0 }
      : { lines: [], hidden: 1 },
    linesOf([...pulls, ...leans], reasons, (line) => line),
  ]
}

function standingLine(
  { because, cites }: { because: string; cites: readonly string[] },
  numbering: Numbering,
): string {
  return `${escapeText(because)} ${saidBy(cites, numbering)}`
}
