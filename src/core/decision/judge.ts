import type { PartPick, RuleOutcome } from '../domain/answer.ts'
import type { OptionId, ReadFact } from '../domain/fact.ts'
import type { Pick } from '../domain/pick.ts'
import type { Tier } from '../domain/tier.ts'
import { heldFacts } from './held-facts.ts'
import { type Applied, appliedPulls, byStrength } from './pulls.ts'
import type { Rulebook } from './rulebook.ts'
import { type WeighedPart, weighParts } from './weigh-parts.ts'

/** A decision on facts that do not contradict each other, before near misses. */
export interface Judgement {
  /** Null where rules of the house contradict each other: `decided` begins with them. */
  pick: Pick
  tier: Tier | null
  leaning: boolean
  parts: PartPick[]
  decided: RuleOutcome[]
  outweighed: RuleOutcome[]
  /** Names of the rules that apply. */
  applied: Set<string>
  /** Parts on which the house speaks; with the whole among them, all. */
  bound: Set<string>
}

/** The pick alone: what flips, readings and questions compare. */
export function pickOf(book: Rulebook, facts: readonly ReadFact[]): Pick {
  return pickFrom(weighParts(book, appliedPulls(book, heldFacts(book, facts))))
}

/** All rules on the counted facts. */
export function judge(book: Rulebook, facts: readonly ReadFact[]): Judgement {
  const applied = appliedPulls(book, heldFacts(book, facts)).sort(byStrength)
  const parts = weighParts(book, applied)
  const pick = pickFrom(parts)
  const standing = parts.filter((part) => part.stands)
  const supports = supporters(pick, applied, standing)
  const decided = applied.filter((pull) => supports.has(pull))
  const outcomes = decided.map((pull) => pull.outcome)
  return {
    pick,
    tier: pick === 'either' || pick === null ? null : (outcomes[0]?.tier ?? null),
    leaning: pick !== 'either' && pick !== null && standing.every((part) => part.ground === 'lean'),
    parts: pick === 'both' ? standing.flatMap(partPick) : [],
    decided: pick === 'either' ? [book.either, ...outcomes] : outcomes,
    outweighed: applied.filter((pull) => !supports.has(pull)).map((pull) => pull.outcome),
    applied: new Set(applied.map((pull) => pull.outcome.rule)),
    bound: new Set(parts.filter(isBound).map(({ part }) => part)),
  }
}

function isBound({ ground }: WeighedPart): boolean {
  return ground === 'must' || ground === 'clash'
}

/** A feature decides its own part only: alone it leaves the choice open. Nothing is picked against a rule of the house. */
function pickFrom(parts: readonly WeighedPart[]): Pick {
  if (parts.some(({ ground }) => ground === 'clash')) return null
  const options = new Set<OptionId>()
  let open = true
  for (const part of parts) {
    if (!part.stands || part.option === null) continue
    options.add(part.option)
    if (part.ground !== 'feature') open = false
  }
  const [first] = options
  if (open || first === undefined) return 'either'
  return options.size > 1 ? 'both' : first
}

/**
 * Where one option is picked, all pulls to it; where rules of the house contradict each other, those; else the pulls
 * that agree with their own part.
 */
function supporters(pick: Pick, applied: readonly Applied[], standing: readonly WeighedPart[]): Set<Applied> {
  if (pick === null) return new Set(applied.filter((pull) => pull.weight === 'must'))
  if (pick !== 'either' && pick !== 'both') {
    return new Set(applied.filter((pull) => pull.outcome.option === pick))
  }
  return new Set(standing.flatMap((part) => part.pulls.filter((pull) => pull.outcome.option === part.option)))
}

/** Parts that merely follow the team have no pull of their own: they belong to the rest. */
function partPick(part: WeighedPart): PartPick[] {
  const by = part.pulls.filter((pull) => pull.outcome.option === part.option).sort(byStrength)[0]
  if (part.option === null || by === undefined) return []
  return [{ part: by.outcome.part, option: part.option, by: by.outcome }]
}
