import type { Verdict } from '../core/domain/answer.ts'
import { firstOf, type Group, joined } from './group.ts'
import { partsByOption } from './line-one.ts'
import { escapeText } from './mrkdwn.ts'
import { decidedRules, saidBy } from './outcome.ts'
import { outcomesLine } from './readings.ts'
import type { Marks } from './sources.ts'
import type { VerdictWords } from './verdict-words.ts'
import { firstSentence, listed, partName, pickName } from './wording.ts'

/** How many reasons a card may show, and whether the first stands as a full sentence. */
interface ReasonRoom {
  full: number
  reasons: number
}

/** Why it came out so, by the kind of pick; every line with its sources. */
export function reasonGroups(words: VerdictWords, room: ReasonRoom): Group[] {
  const { verdict, numbering } = words
  const advice = verdict.deadlock ? [deadlockLine(verdict, numbering)] : []
  const deadlock = [firstOf(advice, room.reasons)]
  switch (verdict.pick) {
    case null:
      return [...deadlock, firstOf([outcomesLine(verdict)], room.reasons)]
    case 'both':
      return [...deadlock, ...partGroups(words, room)]
    case 'either':
      return [...deadlock, ...eitherGroups(words, room)]
    default:
      return [...deadlock, ...optionGroups(words, room)]
  }
}

/** "Despite: a team that knows Beta (4 of 5 guides) [1][2]". */
export function despiteGroup({ verdict, short }: VerdictWords, room: number): Group {
  return joined('Despite', verdict.outweighed, room, short)
}

/** "Would change it: live updates are dropped → Beta". */
export function flipGroup({ verdict, flip }: VerdictWords, room: number): Group {
  return joined('Would change it', verdict.flips, room, flip)
}

function deadlockLine({ comparison }: Verdict, numbering: Marks): string {
  const { text, cites } = comparison.rules.deadlock
  return `${escapeText(firstSentence(text))} ${numbering.mark(cites)}`
}

function optionGroups(words: VerdictWords, { full, reasons }: ReasonRoom): Group[] {
  const [main, ...others] = decidedRules(words.verdict)
  if (!main) return []
  if (full === 0) return [joined('Because', [main, ...others], reasons, words.short)]
  return [{ lines: [words.full(main)], hidden: 0 }, joined('Also', others, reasons - 1, words.short)]
}

/**
 * Each option with what speaks for it, then how the parts talk. Line one names the part of an option that has one;
 * without room for reasons the parts alone are named.
 */
function partGroups(
  { knowledge, verdict, numbering, short }: VerdictWords,
  { full, reasons }: ReasonRoom,
): Group[] {
  const { comparison, parts } = verdict
  const options = [...partsByOption(parts)].map(([option, own]): Group => {
    const bullet = `• ${escapeText(pickName(comparison, option))}`
    if (reasons === 0) {
      const names = own.map(({ part }) => partName(knowledge, verdict.comparison, part))
      return { lines: [`${bullet}: ${escapeText(listed(names))}`], hidden: own.length }
    }
    return joined(bullet, own, reasons, ({ part, by }) => {
      const reason = short(by)
      return own.length > 1
        ? `${escapeText(partName(knowledge, verdict.comparison, part))} for ${reason}`
        : reason
    })
  })
  const talk = { lines: [standingLine(comparison.rules.both, numbering)], hidden: 0 }
  return [...options, full > 0 ? talk : { lines: [], hidden: 1 }]
}

function eitherGroups({ verdict, numbering, short }: VerdictWords, { full, reasons }: ReasonRoom): Group[] {
  const { comparison } = verdict
  const { either } = comparison.rules
  const pulls = decidedRules(verdict).map(
    (outcome) => `For ${escapeText(pickName(comparison, outcome.option))}: ${short(outcome)}`,
  )
  const leans = either.leans.map(({ text, cites }) => `${escapeText(text)} ${numbering.mark(cites)}`)
  return [
    full > 0 || reasons > 0
      ? { lines: [standingLine(either, numbering)], hidden: 0 }
      : { lines: [], hidden: 1 },
    firstOf([...pulls, ...leans], reasons),
  ]
}

function standingLine(
  { because, cites }: { because: string; cites: readonly string[] },
  numbering: Marks,
): string {
  return `${escapeText(because)} ${saidBy(cites, numbering)}`
}
