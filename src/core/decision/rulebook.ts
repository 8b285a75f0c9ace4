import type { RuleOutcome } from '../domain/answer.ts'
import { citationParts } from '../domain/citation-parts.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Catalogue, Fact, FactId, OptionId } from '../domain/fact.ts'
import type { Rule, StandingRule } from '../domain/rule.ts'
import { countedSources } from '../domain/voices.ts'
import { onceForBoth } from '../once.ts'

/** The part that stands for the system as a whole, or for the rest of it beside parts of its own. */
export const WHOLE = 'whole'

/**
 * What a rule may do to the parts of a system.
 * `must`: a rule of the house, which decides whatever part it speaks of. `firm`: an ordinary rule. `feature`: decides
 * its own part whatever the team knows, and nothing else. `slight`: too small to be built apart beside a clear win. `lean`: tier D, only a leaning.
 */
export type Weight = 'must' | 'firm' | 'feature' | 'slight' | 'lean'

/** A rule, prepared: what it pulls to, how strongly, and whether its part can stand alone. */
export interface Pull {
  kind: 'rule' | 'team' | 'existing'
  outcome: RuleOutcome
  weight: Weight
  separable: boolean
  /** Place in the file; standing rules come first. */
  order: number
}

export interface PreparedRule extends Pull {
  when: FactId[]
  unless: FactId[]
}

/** A fact of the catalogue under its full id. */
export interface RankedFact {
  id: FactId
  fact: Fact
  /** The option of a fact that exists once per option. */
  option: OptionId | null
}

/** A comparison's rules, prepared for many evaluations. */
export interface Rulebook {
  rules: PreparedRule[]
  /** Standing rules by fact id: `team/<option>` and `existing/<option>`. */
  standing: Map<FactId, Pull>
  either: RuleOutcome
  /** Facts in the order of the catalogue's ranks, those per option spelled out. */
  ranked: RankedFact[]
  rank: Map<FactId, number>
  /** Facts that some rule, or a standing rule, can use. */
  pulling: Set<FactId>
  /** Pairs that cannot hold on one part: the first replaces the second. */
  replaces: [strong: FactId, weak: FactId][]
  partOrder: Map<string, number>
  /** True where the house settles every case alike, so that no fact can change a pick. */
  settled: boolean
}

/** The rulebook of a comparison; prepared once for each pair of frozen inputs. */
export const rulebookOf = onceForBoth(prepare)

function prepare(comparison: Comparison, catalogue: Catalogue): Rulebook {
  const guides = new Set(countedSources(comparison).map(({ id }) => id))
  const facts = new Map(catalogue.facts.map((fact) => [fact.id, fact]))
  const options = comparison.options
  const { rules: list, team, existing, either } = comparison.rules

  const usualPart = (rule: Rule) => rule.part ?? facts.get(rule.when[0] ?? '')?.part ?? WHOLE
  const clearWins = list.filter((rule) => rule.tier === 'A')
  const rules = list.map((rule, order): PreparedRule => {
    const part = usualPart(rule)
    return {
      kind: 'rule',
      outcome: {
        rule: rule.id,
        tier: rule.tier,
        option: rule.option,
        part,
        because: rule.because,
        facts: rule.when,
        cites: rule.cites,
        guides: guidesAmong(rule.cites, guides),
        but: rule.but,
      },
      weight: weightOf(rule, part),
      separable: rule.separable,
      order,
      when: rule.when,
      unless: rule.unless,
    }
  })

  /**
   * A rule below tier A is a lesser form of a clear win when the catalogue lets the clear win's fact replace its
   * own on the same part. Built apart it is a feature: its part is as clear as the clear win's, the rest is open.
   */
  function weightOf(rule: Rule, part: string): Weight {
    if (rule.tier === 'must') return 'must'
    if (rule.tier === 'A') return 'firm'
    if (rule.tier === 'D') return 'lean'
    const lesser = clearWins.some(
      (clear) =>
        usualPart(clear) === part &&
        clear.when.some((id) => rule.when.every((weak) => facts.get(id)?.replaces.includes(weak))),
    )
    if (!lesser) return 'firm'
    return rule.separable ? 'feature' : 'slight'
  }

  const standing = new Map<FactId, Pull>()
  for (const option of options) {
    for (const [kind, rule] of [['existing', existing] as const, ['team', team] as const]) {
      const id = `${kind}/${option.id}`
      standing.set(id, standingPull(kind, id, rule, option, guides))
    }
  }

  const ranked = [...catalogue.facts]
    .sort((a, b) => a.rank - b.rank)
    .flatMap((fact): RankedFact[] =>
      fact.perOption
        ? options.map((option) => ({ id: `${fact.id}/${option.id}`, fact, option: option.id }))
        : [{ id: fact.id, fact, option: null }],
    )
  const used = new Set([...rules.flatMap((rule) => [...rule.when, ...rule.unless]), ...standing.keys()])

  return {
    rules,
    standing,
    either: {
      rule: 'either',
      tier: 'D',
      option: 'either',
      part: WHOLE,
      because: either.because,
      facts: [],
      cites: either.cites,
      guides: guidesAmong(either.cites, guides),
      but: either.leans,
    },
    ranked,
    rank: new Map(ranked.map(({ id, fact }) => [id, fact.rank])),
    pulling: new Set(ranked.filter(({ id, fact }) => fact.pulls && used.has(id)).map(({ id }) => id)),
    replaces: catalogue.facts.flatMap((fact) =>
      fact.replaces.map((weak): [FactId, FactId] => [fact.id, weak]),
    ),
    partOrder: new Map(catalogue.parts.map((part, index) => [part.id, index])),
    settled: isSettled(rules.filter(({ weight }) => weight === 'must')),
  }
}

/** One rule holds for the whole system whatever the facts, and no other of the house names another option. */
function isSettled(musts: readonly PreparedRule[]): boolean {
  const options = new Set(musts.map(({ outcome }) => outcome.option))
  const always = musts.some(
    ({ when, unless, outcome }) => when.length === 0 && unless.length === 0 && outcome.part === WHOLE,
  )
  return always && options.size === 1
}

function standingPull(
  kind: 'team' | 'existing',
  id: FactId,
  rule: StandingRule,
  option: { id: OptionId; name: string },
  guides: Set<string>,
): Pull {
  return {
    kind,
    outcome: {
      rule: id,
      tier: 'B',
      option: option.id,
      part: WHOLE,
      because: rule.because.replaceAll('{option}', option.name),
      facts: [id],
      cites: rule.cites,
      guides: guidesAmong(rule.cites, guides),
      but: rule.but,
    },
    weight: 'firm',
    separable: false,
    // What runs comes before who knows it.
    order: kind === 'existing' ? -2 : -1,
  }
}

function guidesAmong(cites: readonly string[], guides: Set<string>): string[] {
  const cited = new Set(cites.map((cite) => citationParts(cite).source))
  return [...cited].filter((source) => guides.has(source))
}
