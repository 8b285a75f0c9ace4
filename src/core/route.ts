import type { NamedPair } from './domain/comparison.ts'
import type { Question } from './domain/question.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { excerpt } from './language/pieces.ts'
import { fold, takeApart, tokenize } from './language/text.ts'
import { type EntryMatch, matchEntries } from './matching/entry-index.ts'
import { questionFeatures } from './matching/features.ts'
import { type ForeignName, foreignNames } from './matching/foreign.ts'
import { namedPair } from './matching/named-pair.ts'
import { gated } from './reading/gate.ts'
import { type Parsed, parse } from './reading/parse.ts'
import { candidates } from './routing/candidates.ts'

/** A question as one comparison sees it. */
export interface Routed {
  of: PreparedComparison
  match: EntryMatch
  /** Options of it that the question names. */
  named: number
  parsed: Parsed
  /** Names in the question that this comparison does not cover. */
  foreign: readonly ForeignName[]
  /** A pair that its sources only name. */
  pair: NamedPair | null
  /** 0–1: how likely it is a case of one's own, by the trained gate alone. */
  situation: number
  /** How sure it is that the best entry answers the whole question; compared with thresholds. */
  sure: number
}

/** Where a question goes, and where it might as well go. */
export interface Route {
  best: Routed
  /** Another comparison that speaks for itself nearly as well; null where the choice is clear. */
  close: Routed | null
}

/** What the trained scope adds to an entry's own sureness; set on questions that trained nothing. */
const SCOPE_WEIGHT = 0.15

/** Entries kept of a ranking: enough for three to choose from and for evaluation. */
const KEPT = 10

/** What an option's own name says for a comparison, beside the sureness of its entry, and a fact that its rules use. */
const OWN_NAME = 0.4
const RULED_FACT = 0.1
const OWN_FACT = 0.4

/** Weights that differ by less are close. */
const CLOSE = 0.25

/**
 * The comparison that a question is about: the one asked for; else the one whose options it sets against each other;
 * else the one whose sources name its pair; else the one of which it names most options; else the one with the surest
 * entry, its own names and the facts counted in. Looks only at comparisons that come into question.
 */
export function route(
  engine: Engine,
  question: Pick<Question, 'text' | 'comparison' | 'thread'>,
): Route | null {
  const asked = excerpt(question.text)
  const { comparison: slug, thread = [] } = question
  const looked =
    slug === undefined
      ? candidates(engine, tokenize(fold(asked)), thread)
      : engine.comparisons.filter((of) => of.comparison.slug === slug)
  const seen = looked.map((of) => standing(engine, asked, of)).sort(byStanding)
  const [best, second] = seen
  if (!best) return null
  return { best: best.routed, close: second && isClose(best, second) ? second.routed : null }
}

/** How a comparison stands to a question. */
interface Standing {
  routed: Routed
  /** Its options that are set against each other; fewer than two are no choice. */
  chosen: number
  weight: number
}

function standing(engine: Engine, asked: string, of: PreparedComparison): Standing {
  const parsed = parse(asked, of.names, engine.terms)
  const match = matchEntries(of.index, questionFeatures(parsed.words), KEPT)
  const { situation, general } = gated(engine.knowledge.model.gate, parsed)
  const sure = match.sure + SCOPE_WEIGHT * general
  const options = new Set(parsed.mentions.map(({ option }) => option))
  const own = new Set(parsed.mentions.filter((mention) => mention.own).map(({ option }) => option))
  const choice = new Set(parsed.mentions.filter((mention) => mention.inChoice).map(({ option }) => option))
  // In what was parsed, mentions of people are blanked; most questions have none.
  const words = asked.includes('@') ? takeApart(asked) : parsed
  const foreign = foreignNames(asked, engine.foreign, words).filter((name) => isForeignTo(of, parsed, name))
  const pair = namedPair(of.pairs, words, foreign)
  return {
    routed: { of, match, named: options.size, parsed, foreign, pair, situation, sure },
    chosen: choice.size > 1 ? choice.size : 0,
    weight: sure + OWN_NAME * own.size + factWeight(of, parsed),
  }
}

/** A name is foreign to a comparison that does not know it; one that only others call foreign, where none is named. */
function isForeignTo({ comparison }: PreparedComparison, parsed: Parsed, name: ForeignName): boolean {
  if (name.to && parsed.mentions.length > 0 && !name.to.includes(comparison.slug)) return false
  return !parsed.mentions.some(
    ({ from, to }) => parsed.tokens[from]!.at < name.end && name.at < parsed.tokens[to - 1]!.end,
  )
}

/** What the facts that a question names say for a comparison: those of its own most. */
function factWeight({ ruled, ownFacts }: PreparedComparison, { clauses }: Parsed): number {
  const facts = new Set(clauses.flatMap(({ triggers }) => triggers.map(({ fact }) => fact)))
  let weight = 0
  for (const fact of facts) weight += ownFacts.has(fact) ? OWN_FACT : ruled.has(fact) ? RULED_FACT : 0
  return weight
}

/** Better first; of equal ones the first of the knowledge. */
function byStanding(a: Standing, b: Standing): number {
  return (
    b.chosen - a.chosen ||
    Number(b.routed.pair !== null) - Number(a.routed.pair !== null) ||
    b.routed.named - a.routed.named ||
    b.weight - a.weight
  )
}

function isClose(best: Standing, second: Standing): boolean {
  return (
    best.chosen === second.chosen &&
    best.routed.pair === null &&
    second.routed.pair === null &&
    best.routed.named === second.routed.named &&
    best.weight - second.weight < CLOSE
  )
}
