import { catalogueOf } from '../core/domain/catalogue.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { FactId } from '../core/domain/fact.ts'
import type { NotCounted } from '../core/domain/not-counted.ts'
import type { Pick } from '../core/domain/pick.ts'
import type { Source } from '../core/domain/source.ts'
import { countedSources, isPanel } from '../core/domain/voices.ts'
import { labelLength } from './budget.ts'
import type { CardKnowledge } from './card-types.ts'

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** "1 topic", "2 topics", "1,000 topics". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`
}

/** "1,000". Written out: a locale's own formatter costs more than all the rest of a card. */
export function figure(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** What a button calls a comparison: its title, else its slug; undefined where neither fits. */
export function shortName({ slug, title }: { slug: string; title: string }): string | undefined {
  return [title, slug].find(({ length }) => length <= labelLength)
}

/** The name of an option, or of what stands in its place: "both", "either", "open". */
export function pickName(comparison: Comparison, pick: Pick): string {
  if (pick === null) return 'open'
  return comparison.options.find((option) => option.id === pick)?.name ?? pick
}

/** What is said where no option is named because none falls short. */
export function bothFit({ options }: Comparison): string {
  return options.length > 2 ? 'all fit' : 'both fit'
}

export function optionNames(comparison: Comparison): string[] {
  return comparison.options.map((option) => option.name)
}

export interface FactWords {
  name: string
  noun: string
  whenTrue: string
  whenFalse: string
}

/** The words of a fact, with the option's name filled in; an id that the catalogue lacks stands for itself. */
export function factWords(knowledge: CardKnowledge, comparison: Comparison, id: FactId): FactWords {
  const [base = id, option] = id.split('/')
  const fact = catalogueOf(knowledge.catalogue, comparison).facts.find((each) => each.id === base)
  if (!fact) return { name: id, noun: id, whenTrue: id, whenFalse: `not ${id}` }
  const filled = (text: string) => text.replaceAll('{option}', pickName(comparison, option ?? null))
  return {
    name: filled(fact.name),
    noun: filled(fact.noun),
    whenTrue: filled(fact.whenTrue),
    whenFalse: filled(fact.whenFalse),
  }
}

/** A word of each matter among the facts, once: facts of several options are one matter that names the options. */
export function mergedWords(
  knowledge: CardKnowledge,
  comparison: Comparison,
  ids: readonly FactId[],
  word: keyof FactWords,
  last = 'and',
): string[] {
  const split = ids.map((id) => id.split('/'))
  const bases = [...new Set(split.map(([base = '']) => base))]
  return bases.map((base) => {
    const options = split.filter(([each]) => each === base).flatMap(([, option]) => option ?? [])
    const names = options.map((option) => pickName(comparison, option))
    const fact = catalogueOf(knowledge.catalogue, comparison).facts.find((each) => each.id === base)
    return fact ? fact[word].replaceAll('{option}', listed(names, last)) : base
  })
}

/** The name of a part of the system: "the live part". Beside other parts `whole` is what they leave. */
export function partName(knowledge: CardKnowledge, comparison: Comparison, id: string): string {
  if (id === 'whole') return 'the rest'
  return catalogueOf(knowledge.catalogue, comparison).parts.find((part) => part.id === id)?.name ?? id
}

const reasons: Readonly<Record<NotCounted, string>> = {
  later: 'later',
  past: 'in the past',
  question: 'a question',
  'other-team': 'another team',
  hypothetical: 'a wish',
  unclear: 'unclear',
  superseded: 'replaced later',
  contradicted: 'contradicted',
  proposal: 'a proposal',
  taste: 'a preference',
  assumed: 'only mentioned',
}

/** Why a fact was not counted, in plain words. */
export function reasonWords(reason: NotCounted | undefined): string {
  return reason ? reasons[reason] : 'unclear'
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Apr 2026" of 2026-04-14 and 2026-04, "2026" of a bare year. */
export function dateWords(date: string): string {
  const [year, month] = date.split('-')
  return month ? `${months[Number(month) - 1]} ${year}` : `${year}`
}

/**
 * Older than 18 months on the day asked; a bare year counts from its last month, so as not to accuse wrongly.
 * Documentation is as old as the day on which it was last read.
 */
export function isOld({ grade, date, checked }: Source, asOf: string): boolean {
  return monthsBetween(grade === 'primary' ? (checked ?? date) : date, asOf) > 18
}

/** Months from a date, as precise as it is known, to a day. */
export function monthsBetween(date: string, day: string): number {
  return monthNumber(day) - monthNumber(date)
}

function monthNumber(date: string): number {
  const [year, month = '12'] = date.split('-')
  return Number(year) * 12 + Number(month)
}

/** What the sources of all comparisons are called together. */
export function commonVoices({ comparisons }: CardKnowledge): string {
  const [many = 'sources', ...others] = new Set(comparisons.map(({ voices }) => voices.many))
  return others.length === 0 ? many : 'sources'
}

/** The years of the sources that count: "2025–26". */
export function yearsOf(comparison: Comparison): string {
  const years = countedSources(comparison)
    .map(({ date }) => date.slice(0, 4))
    .sort()
  const [first = '', last = ''] = [years[0], years.at(-1)]
  if (first === last) return first
  return `${first}–${first.slice(0, 2) === last.slice(0, 2) ? last.slice(2) : last}`
}

/** How old what a comparison says is, and who answers for it. */
export function ageLine(comparison: Comparison, asOf: string): string {
  const { owner, reviewBy } = comparison
  return `${guidesLine(comparison, asOf)}. Owner: ${owner}. Review by ${dateWords(reviewBy)}.${houseOwners(comparison)}`
}

/** " House: Platform team." where a house adds to a comparison. */
function houseOwners({ houses = [] }: Comparison): string {
  return houses.length > 0 ? ` House: ${listed(houses)}.` : ''
}

/** The same without the day of asking: the years of its sources. */
export function ownerLine(comparison: Comparison): string {
  const { owner, reviewBy, voices } = comparison
  return `${capitalized(voices.many)} of ${yearsOf(comparison)}. Owner: ${owner}. Review by ${dateWords(reviewBy)}.${houseOwners(comparison)}`
}

/** "5 vendor guides, 2025–26, one old"; "14 sources, 8 of them primary, 2023–26". */
export function guidesLine(comparison: Comparison, asOf: string): string {
  const guides = countedSources(comparison)
  const span = yearsOf(comparison)
  const old = guides.filter((guide) => isOld(guide, asOf)).length
  const primary = guides.filter(({ grade }) => grade === 'primary').length
  const { one, many } = comparison.voices
  const parts = isPanel(comparison)
    ? [counted(guides.length, 'vendor guide'), span]
    : [counted(guides.length, one, many), primaryShare(primary, guides.length), span]
  if (old > 0) parts.push(old === 1 ? 'one old' : `${old} old`)
  return parts.filter(Boolean).join(', ')
}

function primaryShare(primary: number, all: number): string {
  if (primary < all) return primary > 0 ? `${primary} of them primary` : ''
  return all > 1 ? 'all primary' : 'primary'
}

/** A text with the full stop that ends it, where no other sign does. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** A text with a capital at its beginning. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text
}
