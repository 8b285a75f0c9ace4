import type { PartPick, Verdict } from '../core/domain/answer.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import { lineOne } from './budget.ts'
import { cut } from './mrkdwn.ts'
import { outcomeNouns } from './outcome.ts'
import { factWords, listed, optionNames, partName, pickName } from './wording.ts'

/** The first line of a verdict: the pick with its condition, at most 80 characters, not escaped. */
export function verdictLine(knowledge: Knowledge, verdict: Verdict): string {
  return firstThatFits(lines(knowledge, verdict))
}

/** The first of several wordings that line one can hold; the last is cut if it must be. */
export function firstThatFits(wordings: readonly string[]): string {
  return wordings.find((each) => each.length <= lineOne) ?? cut(wordings.at(-1) ?? '', lineOne)
}

function lines(knowledge: Knowledge, verdict: Verdict): string[] {
  const { comparison, pick } = verdict
  if (pick === null) return disputeLines(knowledge, verdict)
  if (pick === 'both') return bothLines(knowledge, verdict)
  if (pick === 'either') return eitherLines(verdict)
  const name = pickName(comparison, pick)
  const nouns = outcomeNouns(knowledge, verdict, verdict.decided)
  const [first = 'these facts'] = nouns
  const opening = verdict.leaning ? `Leaning ${name}, only for` : `${name}: better fit for`
  const wordings = [`${opening} ${listed(nouns)}.`]
  if (nouns.length > 2) wordings.push(`${opening} ${nouns.slice(0, 2).join(', ')} and more.`)
  if (nouns.length > 1) wordings.push(`${opening} ${first} and more.`)
  return [...wordings, `${opening} ${first}.`]
}

function bothLines(knowledge: Knowledge, verdict: Verdict): string[] {
  const groups = partsByOption(verdict.parts)
  const named = [...groups].map(([option, parts]) => {
    const names = parts.map(({ part }) => partName(knowledge, part))
    return `${pickName(verdict.comparison, option)} for ${listed(names)}`
  })
  const options = [...groups.keys()].map((option) => pickName(verdict.comparison, option))
  return [
    `Both: ${named.join(', ')}.`,
    `Both, each for its part: ${listed(options)}.`,
    'Both: the parts of the system differ.',
  ]
}

function eitherLines(verdict: Verdict): string[] {
  const names = listed(optionNames(verdict.comparison), 'or')
  const known = verdict.facts.some((fact) => fact.counted)
  return known
    ? [
        `Either ${names}: these facts do not separate them.`,
        'Either: these facts do not separate the options.',
      ]
    : [`Either ${names}: no fact separates them yet.`, 'Either: no fact separates the options yet.']
}

function disputeLines(knowledge: Knowledge, verdict: Verdict): string[] {
  const disputes = disputedMatters(knowledge, verdict)
  const people = new Set(
    verdict.facts.filter((fact) => fact.reason === 'contradicted').map((fact) => fact.message),
  )
  const whose = people.size > 1 ? ' you disagree on' : ''
  const [first = 'one fact'] = disputes
  return [
    disputes.length < 2
      ? `It hangs on one point${whose}: ${first}.`
      : `It hangs on ${disputes.length} points${whose}: ${listed(disputes)}.`,
    `It hangs on ${first}${disputes.length > 1 ? ' and more' : ''}.`,
  ]
}

/** What the readings differ in, each matter once: facts of several options on one matter are that matter. */
function disputedMatters(knowledge: Knowledge, verdict: Verdict): string[] {
  const ids = [...new Set(verdict.readings.flatMap((reading) => reading.facts.map(({ id }) => id)))]
  const bases = [...new Set(ids.map((id) => id.split('/')[0]))]
  return bases.map((base) => {
    const group = ids.filter((id) => id.split('/')[0] === base)
    if (group.length === 1) return factWords(knowledge, verdict.comparison, group[0] ?? '').noun
    const names = group.map((id) => pickName(verdict.comparison, id.split('/')[1] ?? null))
    const [sample = ''] = group
    const { noun } = factWords(knowledge, verdict.comparison, sample)
    return noun.replace(pickName(verdict.comparison, sample.split('/')[1] ?? null), listed(names, 'or'))
  })
}

/** Parts by option, in the order of the parts. */
export function partsByOption(parts: readonly PartPick[]): Map<string, PartPick[]> {
  const groups = new Map<string, PartPick[]>()
  for (const part of parts) groups.set(part.option, [...(groups.get(part.option) ?? []), part])
  return groups
}
