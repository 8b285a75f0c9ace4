import type { OptionId } from '../domain/fact.ts'
import { type Applied, byStrength } from './pulls.ts'
import { type Rulebook, WHOLE } from './rulebook.ts'

/**
 * What decided a part: a rule of the house (`clash` where two of them contradict each other), a clear win (tier A), what
 * runs there, the team, a feature, a need (tier C) or a leaning (D).
 */
export type Ground = 'must' | 'clash' | 'clear' | 'existing' | 'team' | 'feature' | 'need' | 'lean'

/** A part of the system with the option that its pulls give it; null where they cancel out or say nothing. */
export interface WeighedPart {
  part: string
  option: OptionId | null
  ground: Ground | null
  pulls: Applied[]
  /** Whether it counts beside the other parts. */
  stands: boolean
}

/**
 * Groups the pulls by the part of the system that they speak of and decides each part by itself.
 * A part is its own when the text names it or when its rule says that it can be built apart; all else is the rest
 * of the system (`whole`). Pulls of the rest whose usual part is one of the separate parts join that part.
 * A rule of the house on a part decides that part; one on the whole decides every part that has none of its own.
 */
export function weighParts(book: Rulebook, applied: readonly Applied[]): WeighedPart[] {
  const separate = new Set<string>()
  for (const pull of applied) if (opensPart(pull)) separate.add(pull.outcome.part)
  const groups = new Map<string, Applied[]>()
  for (const pull of applied) {
    const key = separate.has(pull.outcome.part) ? pull.outcome.part : WHOLE
    const group = groups.get(key)
    if (group) group.push(pull)
    else groups.set(key, [pull])
  }
  const rest = groups.get(WHOLE) ?? []
  const team = onlyOption(rest.filter((pull) => pull.kind === 'team'))
  const house = onlyOption(rest.filter(isMust))
  groups.delete(WHOLE)
  const parts = [...groups].map(([part, pulls]) => weigh(part, pulls, team, house))
  const won = new Set(parts.map((part) => (part.ground === 'clear' ? part.option : null)))
  if (rest.length > 0) parts.push(weigh(WHOLE, withoutReplaced(rest, won), null, null))
  for (const part of parts) part.stands = stands(part, parts)
  return parts.sort((a, b) => placeOf(book, a.part) - placeOf(book, b.part) || (a.part < b.part ? -1 : 1))
}

function opensPart(pull: Applied): boolean {
  if (pull.outcome.part === WHOLE || pull.weight === 'lean') return false
  return pull.named || (pull.kind === 'rule' && pull.separable)
}

/** Parts that the catalogue knows in its order, then parts that only the text names. */
function placeOf(book: Rulebook, part: string): number {
  return book.partOrder.get(part) ?? book.partOrder.size
}

function isMust(pull: Applied): boolean {
  return pull.weight === 'must'
}

function weigh(part: string, pulls: Applied[], team: OptionId | null, house: OptionId | null): WeighedPart {
  const verdict = houseOn(pulls, house) ?? verdictOn(pulls, team)
  return { part, pulls, stands: false, option: verdict?.[0] ?? null, ground: verdict?.[1] ?? null }
}

/**
 * Where several options run and no text says where, none of them is kept for a new thing; but beside a clear win
 * what runs in the other options stays.
 */
function withoutReplaced(rest: Applied[], won: ReadonlySet<OptionId | null>): Applied[] {
  const running = rest.filter((pull) => pull.kind === 'existing')
  if (onlyOption(running) !== null) return rest
  return rest.filter((pull) => pull.kind !== 'existing' || !won.has(pull.outcome.option))
}

/** What the house says of a part: its own rule on it, else the one on the whole; null where it says nothing. */
function houseOn(pulls: Applied[], whole: OptionId | null): [OptionId | null, Ground] | null {
  const own = pulls.filter(isMust)
  if (own.length === 0) return whole === null ? null : [whole, 'must']
  const option = onlyOption(own)
  return [option, option === null ? 'clash' : 'must']
}

/** The highest tier that speaks decides; lower tiers never break its ties. */
function verdictOn(pulls: Applied[], team: OptionId | null): [OptionId | null, Ground] | null {
  const rules = pulls.filter((pull) => pull.kind === 'rule')
  const clear = rules.filter((pull) => pull.outcome.tier === 'A')
  if (clear.length > 0) return [mostGuides(clear, 'file order'), 'clear']
  const running = onlyOption(pulls.filter((pull) => pull.kind === 'existing'))
  if (running) return [running, 'existing']
  const local = onlyOption(pulls.filter((pull) => pull.kind === 'team'))
  if (local) return [local, 'team']
  const features = rules.filter((pull) => pull.weight === 'feature')
  if (features.length > 0) return [mostGuides(features, 'file order'), 'feature']
  const needs = rules.filter((pull) => pull.weight !== 'lean')
  if (team && needs.length > 0) return [team, 'team']
  if (needs.length > 0) return [mostGuides(needs, 'open'), 'need']
  if (rules.length > 0) return [onlyOption(rules), 'lean']
  return null
}

/**
 * A leaning decides only where nothing but a feature speaks. A team's language alone never splits a system that has
 * a clear win, a need or something that runs. A slight need never splits one that has a clear win.
 */
function stands(part: WeighedPart, parts: readonly WeighedPart[]): boolean {
  if (part.option === null) return false
  if (part.ground === 'must') return true
  const others = parts.filter((other) => other !== part && other.option !== null)
  if (part.ground === 'lean') return others.every((other) => other.ground === 'feature')
  const support = part.pulls.filter((pull) => pull.outcome.option === part.option && pull.weight !== 'lean')
  const own = support.filter((pull) => pull.kind !== 'team' || pull.named)
  if (own.length === 0) return others.every((other) => other.ground === 'feature' || other.ground === 'team')
  if (own.every((pull) => pull.weight === 'slight')) return others.every((other) => other.ground !== 'clear')
  return true
}

/** The one option that all pulls name; null when there is none or more than one. */
function onlyOption(pulls: readonly Applied[]): OptionId | null {
  const option = pulls[0]?.outcome.option
  return option !== undefined && pulls.every((pull) => pull.outcome.option === option) ? option : null
}

/** The option that most different guides back; equal numbers go by file order or stay open. */
function mostGuides(pulls: readonly Applied[], tie: 'file order' | 'open'): OptionId | null {
  const only = onlyOption(pulls)
  if (only !== null) return only
  const guides = new Map<OptionId, Set<string>>()
  for (const pull of [...pulls].sort(byFileOrder)) {
    const known = guides.get(pull.outcome.option) ?? new Set<string>()
    for (const guide of pull.outcome.guides) known.add(guide)
    guides.set(pull.outcome.option, known)
  }
  let best: OptionId | null = null
  let most = -1
  let tied = false
  for (const [option, { size }] of guides) {
    if (size === most) tied = true
    if (size <= most) continue
    best = option
    most = size
    tied = false
  }
  return tied && tie === 'open' ? null : best
}

function byFileOrder(a: Applied, b: Applied): number {
  return a.order - b.order || byStrength(a, b)
}
