import { SURELY_A_CASE } from '../answering/thresholds.ts'
import type { NamedPair } from '../domain/comparison.ts'
import type { FactId } from '../domain/fact.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { besideChoosing, type Mention } from '../language/names.ts'
import type { TakenApart } from '../language/text.ts'
import { type EntryMatch, matchEntries } from '../matching/entry-index.ts'
import { questionFeatures } from '../matching/features.ts'
import type { ForeignName } from '../matching/foreign.ts'
import { namedPair } from '../matching/named-pair.ts'
import { gated } from '../reading/gate.ts'
import { type Opened, type Parsed, parse } from '../reading/parse.ts'
import { isAskedFor } from './asked-for.ts'
import { likelyCase } from './likely-case.ts'
import { isPlainlyGeneral } from './plainly-general.ts'

/** A question as one comparison sees it. */
export interface Routed {
  of: PreparedComparison
  match: EntryMatch
  /** Options of it that the question names. */
  named: number
  parsed: Parsed
  /** Names in the question that this comparison does not cover, whoever calls them foreign. */
  unknown: readonly ForeignName[]
  /** Those of them that are foreign to it. */
  foreign: readonly ForeignName[]
  /** A pair that its sources only name. */
  pair: NamedPair | null
  /** 0–1: how likely it is a case of one's own, by the trained gate alone. */
  situation: number
  /** How sure it is that the best entry answers the whole question; compared with thresholds. */
  sure: number
}

/** What the trained scope adds to an entry's own sureness; set on questions that trained nothing. */
const SCOPE_WEIGHT = 0.15

/** Entries kept of a ranking: enough for three to choose from and for evaluation. */
const KEPT = 10

/**
 * What speaks for a comparison beside the sureness of its entry: options named by their own names, facts of its own and
 * facts that its rules use, words by which people ask for its choice, and that it is the broadest: for a case more than
 * for a general question, for where nothing else tells, many entries answer such a question nearly as surely.
 */
const OWN_NAME = 0.5
const OWN_FACT = 0.4
const RULED_FACT = 0.1
const CUE = 0.5
const BROADEST = 0.74
const BROADEST_IN_GENERAL = 0.5

/** Weights that differ by less are close. */
const CLOSE = 0.25

/** How a comparison stands to a question. */
export interface Standing {
  routed: Routed
  /** Names in it that it does not cover, set against its options: it would have to refuse. */
  refuses: boolean
  /** Its options that are set against each other; fewer than two are no choice. */
  chosen: number
  /** Names that stand in that choice. */
  choices: number
  /** Names of its options in the whole text. */
  names: number
  weight: number
}

/** What is asked, taken apart once for all comparisons that look at it. */
export interface Asked {
  opened: Opened
  /** Its words as they stand, mentions of people among them. */
  words: TakenApart
  /** Names that some comparison calls foreign. */
  foreign: readonly ForeignName[]
  /** The facts that the discussion before it speaks of; without a discussion null. */
  discussed: ReadonlySet<FactId> | null
}

/** How a comparison stands to what is asked. */
export function standing(engine: Engine, asked: Asked, of: PreparedComparison): Standing {
  const { words, discussed } = asked
  const parsed = parse(asked.opened, of.names, engine.lexicon)
  const match = matchEntries(of.index, questionFeatures(parsed.words), KEPT)
  const { situation, general } = gated(engine.knowledge.model.gate, parsed)
  const sure = match.sure + SCOPE_WEIGHT * general
  // A discussion is weighed, unless what is asked is plainly a general question.
  const weighed = discussed !== null && !isPlainlyGeneral(engine, { parsed, match, sure })
  const likely = weighed ? 1 : likelyCase(engine, parsed, situation)
  const inChoice = parsed.mentions.filter((mention) => mention.inChoice)
  const chosen = optionsIn(inChoice)
  const unknown = asked.foreign.filter((name) => !isNamed(name, parsed))
  const foreign = unknown.filter(({ to }) => !to || to.includes(of.comparison.slug))
  const pair = namedPair(of.pairs, words, foreign)
  const named = namesIn(parsed, engine.plainWords)
  const routed = {
    of,
    match,
    named: optionsIn(named),
    parsed,
    unknown,
    foreign,
    pair,
    situation,
    sure,
  }
  return {
    routed,
    refuses: situation < SURELY_A_CASE && foreign.some((name) => isAskedFor(name, routed)),
    chosen: chosen > 1 ? chosen : 0,
    choices: inChoice.length,
    names: named.length,
    // No entry answers a case of one's own; where nothing else tells, it is weighed in the broadest comparison.
    weight:
      sure * (1 - likely) +
      (of.comparison.broadest ? BROADEST * likely + BROADEST_IN_GENERAL * (1 - likely) : 0) +
      weightOf(of, parsed, named, discussed),
  }
}

/** Mentions that are surely names: plain words ("go") are one only in a choice, or beside another name. */
function namesIn({ mentions, tokens }: Parsed, plainWords: ReadonlySet<string>): readonly Mention[] {
  const isPlain = ({ from, to }: Mention) =>
    plainWords.has(
      tokens
        .slice(from, to)
        .map(({ word }) => word)
        .join(' '),
    )
  if (mentions.some((mention) => !isPlain(mention))) return mentions
  return mentions.filter(({ from, to }) => besideChoosing(tokens, from, to))
}

function optionsIn(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ option }) => option)).size
}

function isNamed({ at, end }: ForeignName, { mentions, tokens }: Parsed): boolean {
  return mentions.some(({ from, to }) => tokens[from]!.at < end && at < tokens[to - 1]!.end)
}

/** What speaks for a comparison beside its entries. */
function weightOf(
  of: PreparedComparison,
  { tokens, clauses }: Parsed,
  named: readonly Mention[],
  discussed: Asked['discussed'],
): number {
  const facts = new Set(discussed)
  for (const { triggers } of clauses) for (const { fact } of triggers) facts.add(fact)
  let weight = OWN_NAME * optionsIn(named.filter(({ own }) => own))
  for (const fact of facts) weight += of.ownFacts.has(fact) ? OWN_FACT : of.ruled.has(fact) ? RULED_FACT : 0
  return weight + (of.cues.within(tokens, 0, tokens.length) ? CUE : 0)
}

/** Better first; of equal ones the first of the knowledge. */
export function byStanding(a: Standing, b: Standing): number {
  return (
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

/** True where the second stands as the best does, or nearly. */
export function isClose(best: Standing, second: Standing): boolean {
  return (
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
