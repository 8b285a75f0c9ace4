import { SURELY_A_CASE } from '../answering/thresholds.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { isAskedFor } from './asked-for.ts'
import { likelyCase } from './likely-case.ts'
import { isPlainlyGeneral } from './plainly-general.ts'
import { type Asked, optionsIn, Routed } from './routed.ts'

/**
 * What speaks for a comparison beside the sureness of its entry: options named by their own names, facts of its own and
 * facts that its rules use, words by which people ask for its choice, and that it is the broadest: for a case more than
 * for a general question, for where nothing else tells, many entries answer such a question nearly as surely.
 */
const OWN_NAME = 0.5
const OWN_FACT = 0.3
const RULED_FACT = 0.1
const CUE = 0.5
const BROADEST = 0.74
const BROADEST_IN_GENERAL = 0.5

/** What speaks against one: a name that it does not cover and another comparison does. */
const COVERED_ELSEWHERE = 0.5

/** From here a message is so likely a case that its entries weigh next to nothing. */
const SURELY_NO_TOPIC = 0.95

/** Weights that differ by less are close. */
const CLOSE = 0.25

/** How a comparison stands to what is asked. It is weighed only where names leave it open. */
export class Standing {
  readonly routed: Routed
  /** Names in it that it does not cover, set against its options: it would have to refuse. */
  readonly refuses: boolean
  /** Its options that are set against each other; fewer than two are no choice. */
  readonly chosen: number
  /** Names that stand in that choice. */
  readonly choices: number
  /** Names of its options in the whole text. */
  readonly names: number
  private readonly engine: Engine
  private readonly asked: Asked
  private weighed: number | undefined

  constructor(engine: Engine, asked: Asked, of: PreparedComparison) {
    this.engine = engine
    this.asked = asked
    const routed = new Routed(engine, asked, of)
    const inChoice = routed.parsed.mentions.filter((mention) => mention.inChoice)
    const chosen = optionsIn(inChoice)
    this.routed = routed
    this.chosen = chosen > 1 ? chosen : 0
    // A third name beside two options of ours is left out, and the answer says so.
    this.refuses =
      routed.unweighed.length === 0 &&
      routed.foreign.some((name) => isAskedFor(name, routed)) &&
      routed.situation < SURELY_A_CASE
    this.choices = inChoice.length
    this.names = routed.names.length
  }

  /** What speaks for the comparison where no name decides. */
  get weight(): number {
    this.weighed ??= this.weigh()
    return this.weighed
  }

  private weigh(): number {
    const { routed, engine, asked } = this
    const { situation, of } = routed
    // A discussion is weighed, unless what is asked is plainly a general question.
    const discussion = asked.discussed !== null && !isPlainlyGeneral(routed)
    const likely = discussion ? 1 : likelyCase(engine, routed, situation)
    // No entry answers a case of one's own, so none is looked for; where nothing else tells, the broadest comparison
    // weighs it.
    const entry = likely < SURELY_NO_TOPIC ? routed.sure * (1 - likely) : 0
    const broadest = BROADEST * likely + BROADEST_IN_GENERAL * (1 - likely)
    return entry + (of.comparison.broadest ? broadest : 0) + besideEntries(routed, asked)
  }
}

/** What speaks for a comparison, or against it, beside its entries. */
function besideEntries({ of, parsed, names, unknown }: Routed, { discussed }: Asked): number {
  const { tokens, clauses } = parsed
  const facts = new Set(discussed)
  for (const { triggers } of clauses) for (const { fact } of triggers) facts.add(fact)
  let weight = OWN_NAME * optionsIn(names.filter(({ own }) => own))
  weight -= COVERED_ELSEWHERE * new Set(unknown.flatMap(({ covered }) => covered ?? [])).size
  // Terms of one's own facts are many and everyday: several say no more than one.
  if ([...facts].some((fact) => of.ownFacts.has(fact))) weight += OWN_FACT
  for (const fact of facts) if (!of.ownFacts.has(fact) && of.ruled.has(fact)) weight += RULED_FACT
  return weight + (of.cues.within(tokens, 0, tokens.length) ? CUE : 0)
}

/** Better first; of equal ones the first of the knowledge. */
export function byStanding(a: Standing, b: Standing): number {
  return (
    Number(b.routed.called) - Number(a.routed.called) ||
    Number(a.refuses) - Number(b.refuses) ||
    b.chosen - a.chosen ||
    b.choices - a.choices ||
    Number(b.routed.pair !== null) - Number(a.routed.pair !== null) ||
    several(b) - several(a) ||
    (several(a) > 0 ? b.names - a.names : 0) ||
    b.weight - a.weight
  )
}

/** Options named, where they are several: one alone may be anything that the case has to do with. */
function several({ routed: { named } }: Standing): number {
  return named > 1 ? named : 0
}

/** "Is A better than B, and C or D?": true where both are asked about, by names apart from each other. */
function bothAsked(best: Standing, second: Standing): boolean {
  if (several(best) === 0 || several(second) === 0 || second.refuses) return false
  return second.routed.names.every((name) =>
    best.routed.names.every(({ from, to }) => to <= name.from || name.to <= from),
  )
}

/** True where the second stands as the best does, or nearly, or something else is asked of it besides. */
export function isClose(best: Standing, second: Standing): boolean {
  if (bothAsked(best, second)) return true
  return (
    best.routed.called === second.routed.called &&
    best.refuses === second.refuses &&
    best.chosen === second.chosen &&
    best.choices === second.choices &&
    best.routed.pair === null &&
    second.routed.pair === null &&
    several(best) === several(second) &&
    (several(best) === 0 || best.names === second.names) &&
    best.weight - second.weight < CLOSE
  )
}
