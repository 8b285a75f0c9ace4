import type { Verdict } from '../core/domain/answer.ts'
import { firstOf, type Group, joined } from './group.ts'
import { partsByOption } from './line-one.ts'
import { escapeText } from './mrkdwn.ts'
import { contradicting, decidedRules, saidBy } from './outcome.ts'
import { outcomesLine } from './readings.ts'
import type { Marks } from './sources.ts'
import type { VerdictWords } from './verdict-words.ts'
import { capitalized, firstSentence, listed, partName, pickName } from './wording.ts'

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
      if (verdict.readings.length === 0) return [...deadlock, contradictionGroup(words)]
      return [...deadlock, firstOf([outcomesLine(verdict)], room.reasons)]
    case 'both':
      return [...deadlock, ...partGroups(words, room)]
    case 'either':
      return [...deadlock, ...eitherGroups(words, room)]
    default:
      return [...deadlock, ...optionGroups(words, room)]
  }
}

/** "Despite: a team that knows Beta (4 of 5 guides) [1][2]"; nothing is outweighed where no option is picked. */
export function despiteGroup({ verdict, short }: VerdictWords, room: number): Group {
  const picked = verdict.pick !== 'either' && verdict.pick !== null
  return joined('Despite', picked ? verdict.outweighed : [], room, short)
}

/** "Would change it: live updates are dropped → Beta". */
export function flipGroup({ verdict, flip }: VerdictWords, room: number): Group {
  return joined('Would change it', verdict.flips, room, flip)
}

/** "• Alpha: House rule: The platform runs nothing else. [6]": all of them, since none may be left out. */
function contradictionGroup({ verdict, full }: VerdictWords): Group {
  const lines = contradicting(verdict).map(
    (outcome) => `• ${escapeText(pickName(verdict.comparison, outcome.option))}: ${full(outcome)}`,
  )
  return { lines, hidden: 0 }
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

function eitherGroups(words: VerdictWords, { full, reasons }: ReasonRoom): Group[] {
  const { verdict, numbering } = words
  const { either } = verdict.comparison.rules
  // "Take the one that the team knows" is no advice to a team that knows none, or all.
  const standing = knowsAlike(verdict) ? [] : [standingLine(either, numbering)]
  const pulls = opposedGroup(words, reasons)
  const leans = either.leans.map(({ text, cites }) => `${escapeText(text)} ${numbering.mark(cites)}`)
  return [
    full > 0 || reasons > 0 ? { lines: standing, hidden: 0 } : { lines: [], hidden: standing.length },
    pulls,
    firstOf(leans, reasons - pulls.lines.length),
  ]
}

function knowsAlike({ comparison, facts }: Verdict): boolean {
  const said = facts.filter(({ counted }) => counted)
  return ['yes', 'no'].some((value) =>
    comparison.options.every(({ id }) =>
      said.some((fact) => fact.id === `team/${id}` && fact.value === value),
    ),
  )
}

/**
 * "For Alpha: scripts (2 of 5 guides) [1][3]; for Beta: strict types (3 of 5 guides) [2][4][5]": what cancels out, the
 * strongest of each side on one line, since one side alone would read as a verdict.
 */
function opposedGroup({ verdict, short }: VerdictWords, reasons: number): Group {
  const pulls = [...decidedRules(verdict), ...verdict.outweighed]
  const first = pulls.filter(
    ({ option }, index) => pulls.findIndex((other) => other.option === option) === index,
  )
  if (reasons <= 0 || first.length === 0) return { lines: [], hidden: pulls.length }
  const sides = first.map(
    (outcome) => `for ${escapeText(pickName(verdict.comparison, outcome.option))}: ${short(outcome)}`,
  )
  return { lines: [capitalized(sides.join('; '))], hidden: pulls.length - first.length }
}

function standingLine(
  { because, cites }: { because: string; cites: readonly string[] },
  numbering: Marks,
): string {
  return `${escapeText(because)} ${saidBy(cites, numbering)}`
}
