import type { PartPick, Verdict } from '../core/domain/answer.ts'
import { catalogueOf, isAside } from '../core/domain/catalogue.ts'
import { isOfOption } from '../core/domain/fact-kind.ts'
import { lineOne } from './budget.ts'
import type { CardKnowledge } from './card-types.ts'
import { cut } from './mrkdwn.ts'
import { contradicting, decidedRules, outcomeNouns } from './outcome.ts'
import { counted, listed, mergedWords, optionNames, partName, pickName } from './wording.ts'

/** The first line of a verdict: the pick with its condition, at most 80 characters, not escaped. */
export function verdictLine(knowledge: CardKnowledge, verdict: Verdict): string {
  return firstThatFits(lines(knowledge, verdict))
}

/** The first of several wordings that line one can hold; the last is cut if it must be. */
export function firstThatFits(wordings: readonly string[]): string {
  return wordings.find((each) => each.length <= lineOne) ?? cut(wordings.at(-1) ?? '', lineOne)
}

function lines(knowledge: CardKnowledge, verdict: Verdict): string[] {
  const { comparison, pick } = verdict
  if (contradicting(verdict).length > 0) return ['Open: rules of this house contradict each other.']
  if (pick === null) return disputeLines(knowledge, verdict)
  if (pick === 'both') return bothLines(knowledge, verdict)
  if (pick === 'either') return eitherLines(knowledge, verdict)
  const name = pickName(comparison, pick)
  const rules = decidedRules(verdict)
  const musts = rules.filter(({ tier }) => tier === 'must')
  if (musts.length > 0) return houseLines(name, outcomeNouns(knowledge, verdict, musts))
  const decisive = outcomeNouns(knowledge, verdict, rules)
  const nouns = decisive.length > 0 ? decisive : ['these facts']
  const [first = ''] = nouns
  const opening = verdict.leaning ? `Leaning ${name}, only for` : `${name}: better fit for`
  const wordings = [`${opening} ${listed(nouns)}.`]
  if (nouns.length > 2) wordings.push(`${opening} ${firstOnes(nouns, 2)}.`)
  if (nouns.length > 1) wordings.push(`${opening} ${firstOnes(nouns, 1)}.`)
  return [...wordings, `${opening} ${first}.`]
}

/** Whatever else speaks for it: the rule of the house settles it. */
function houseLines(name: string, nouns: readonly string[]): string[] {
  const [first] = nouns
  if (first === undefined) return [`${name}: a rule of this house.`]
  return [
    `${name}: a rule of this house for ${listed(nouns)}.`,
    `${name}: a rule of this house for ${first}.`,
  ]
}

function bothLines(knowledge: CardKnowledge, verdict: Verdict): string[] {
  const groups = partsByOption(verdict.parts)
  const named = [...groups].map(([option, parts]) => {
    const names = parts.map(({ part }) => partName(knowledge, verdict.comparison, part))
    return `${pickName(verdict.comparison, option)} for ${listed(names)}`
  })
  const options = [...groups.keys()].map((option) => pickName(verdict.comparison, option))
  const opening = options.length > 2 ? 'Several' : 'Both'
  return [
    `${opening}: ${named.join(', ')}.`,
    `${opening}, each for its part: ${listed(options)}.`,
    `${opening}: the parts of the system differ.`,
  ]
}

function eitherLines(knowledge: CardKnowledge, verdict: Verdict): string[] {
  const { comparison, facts } = verdict
  const names = listed(optionNames(comparison), 'or')
  const held = facts.filter((fact) => fact.counted && fact.value === 'yes').map(({ id }) => id)
  // Of all that is held the options pull, if each against another: "a team that knows both".
  const known = [...held.filter(isOfOption), ...held.filter((id) => !isOfOption(id))]
  if (known.length === 0)
    return [`Either ${names}: no fact separates them yet.`, 'Either: no fact separates the options yet.']
  const catalogue = catalogueOf(knowledge.catalogue, comparison)
  const reasons = known.filter((id) => !isAside(catalogue, id))
  const nouns = mergedWords(knowledge, comparison, reasons.length > 0 ? reasons : known, 'noun')
  // "A plain API and a team that knows A and B", not the other way round.
  const paired = (noun: string) => Number(noun.includes(' and '))
  const all = listed(nouns.toSorted((a, b) => paired(a) - paired(b)))
  const named = [all, ...(nouns.length > 1 ? [firstOnes(nouns, 1)] : [])]
  const link = reasons.length > 0 ? 'for' : 'not separated by'
  return [
    ...named.map((what) => `Either ${names}, ${link} ${what}.`),
    ...named.map((what) => `Either, ${link} ${what}.`),
    'Either: these facts do not separate the options.',
  ]
}

function disputeLines(knowledge: CardKnowledge, verdict: Verdict): string[] {
  const ids = [...new Set(verdict.readings.flatMap((reading) => reading.facts.map(({ id }) => id)))]
  const disputes = mergedWords(knowledge, verdict.comparison, ids, 'noun', 'or')
  const people = new Set(
    verdict.facts.filter((fact) => fact.reason === 'contradicted').map((fact) => fact.message),
  )
  const whose = people.size > 1 ? ' you disagree on' : ''
  const [first = 'one fact'] = disputes
  return [
    disputes.length < 2
      ? `It hangs on one point${whose}: ${first}.`
      : `It hangs on ${disputes.length} points${whose}: ${listed(disputes)}.`,
    `It hangs on ${disputes.length > 1 ? firstOnes(disputes, 1) : first}.`,
  ]
}

/** "live updates and 2 other points". */
function firstOnes(nouns: readonly string[], room: number): string {
  return `${nouns.slice(0, room).join(', ')} and ${counted(nouns.length - room, 'other point')}`
}

/** Parts by option, in the order of the parts. */
export function partsByOption(parts: readonly PartPick[]): Map<string, PartPick[]> {
  const groups = new Map<string, PartPick[]>()
  for (const part of parts) groups.set(part.option, [...(groups.get(part.option) ?? []), part])
  return groups
}
