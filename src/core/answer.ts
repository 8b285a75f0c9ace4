import { agreement } from './decision/agreement.ts'
import { relevantRows } from './decision/relevant-rows.ts'
import type {
  Ambiguous,
  Answer,
  Help,
  NotCovered,
  Overview,
  TableAnswer,
  TopicAnswer,
} from './domain/answer.ts'
import type { Comparison, NamedPair } from './domain/comparison.ts'
import type { Entry, EntryId } from './domain/entry.ts'
import type { ReadFact } from './domain/fact.ts'
import type { Question } from './domain/question.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { subcommand } from './grammar.ts'
import { excerpt } from './language/pieces.ts'
import { takeApart } from './language/text.ts'
import { type ForeignName, foreignNames } from './matching/foreign.ts'
import { namedPair } from './matching/named-pair.ts'
import { type Routed, route } from './route.ts'
import { factsOf, verdictOn } from './verdict.ts'

/**
 * Thresholds, set on questions that trained nothing (test/questions/regression-*.jsonl):
 * a situation from `situation`; an entry answers from `sure` and is offered from `offer`.
 */
export const THRESHOLDS = { situation: 0.6, sure: 1.6, offer: 1 } as const

/** Characters between two names of one choice: " versus " and the like. */
const LONGEST_GAP = 12

/** From here a message is a case of one's own, whatever other names stand in it. */
const SURELY_A_CASE = 0.8

/** How much a plain need raises the odds of a case: beside a choice, and beside "we" or "our". */
const CHOICE_ODDS = 6
const OWN_ODDS = 3

/** A sureness that outweighs a doubtful situation in which no fact was read. */
const SURER_THAN_A_CASE = 2

/** Least share of a question that an entry must cover to be called near. */
const LEAST_NEAR = 0.35

/** About the surest that an entry gets. */
const SUREST = 2.6

/** A shorter message in a thread ("one or two?") speaks of the thread. */
const LEAST_WORDS_OF_A_TOPIC = 6

/** An answer with how much the question seemed to be in scope: 0–1, for evaluation, never on a card. */
export interface Answered {
  answer: Answer
  confidence: number
}

/** Answers a question. Pure: the same knowledge and question give the same answer. */
export function answer(engine: Engine, question: Question): Answer {
  return answerWithConfidence(engine, question).answer
}

/** Answers a question and tells how much it seemed to be in scope. */
export function answerWithConfidence(engine: Engine, question: Question): Answered {
  const inThread = (question.thread?.length ?? 0) > 0
  if (question.given) {
    const of = comparisonOf(engine, question.comparison)
    return { answer: verdictOn(engine, of, question, factsOf(engine, of, question)), confidence: 1 }
  }
  const command = inThread ? null : subcommand(engine, question.text)
  if (command?.kind === 'help') return { answer: help(engine), confidence: 1 }
  if (command?.kind === 'overview') return { answer: overview(command.of.comparison), confidence: 1 }
  if (command?.kind === 'table')
    return { answer: topic(command.of.comparison, command.id, []), confidence: 1 }
  const routed = route(engine, question.text, question.comparison)
  if (!routed) return { answer: notCovered(engine, null, null), confidence: 0 }
  return inThread ? answerThread(engine, question, routed) : answerText(engine, question, routed)
}

/** Answers with one entry, for buttons and lists; null when there is no such entry. */
export function answerEntry(engine: Engine, slug: string, id: EntryId): Answer | null {
  const { comparison } = comparisonOf(engine, slug)
  if (id === 'overview') return overview(comparison)
  return comparison.entries.some((entry) => entry.entry === id) ? topic(comparison, id, []) : null
}

function answerText(engine: Engine, question: Question, routed: Routed): Answered {
  const { of, match, parsed, sure } = routed
  const asked = excerpt(question.text)
  // In what was parsed, mentions of people are blanked; most questions have none.
  const words = asked.includes('@') ? takeApart(asked) : parsed
  const foreign = foreignNames(asked, engine.foreign, words)
  const pair = namedPair(of.pairs, words, foreign)
  const { situation, facts } = caseOf(engine, question, routed)
  const confidence = Math.max(situation, share(sure))
  const other = foreign.find((name) => isAskedFor(name, routed))
  // A case of one's own may name what else it runs; only a question is about the pair itself.
  if (situation < SURELY_A_CASE && (pair || other)) {
    const name = pair && pair.sides.length > 1 ? null : (other?.name ?? null)
    return { answer: notCovered(engine, routed, { name, pair }), confidence: confidence * 0.3 }
  }
  if (facts && situation >= THRESHOLDS.situation) {
    const nothing = !facts.facts.some((fact) => fact.counted && fact.value === 'yes' && pulls(engine, fact))
    if (!(nothing && situation < 0.9 && sure >= SURER_THAN_A_CASE)) {
      return { answer: verdictOn(engine, of, question, facts), confidence }
    }
  }
  if (sure >= THRESHOLDS.sure)
    return { answer: topic(of.comparison, entryAt(of, match.ranked[0]!.entry), match.matched), confidence }
  if (sure >= THRESHOLDS.offer) return { answer: ambiguous(routed), confidence }
  return {
    answer: notCovered(engine, routed, foreign[0] ? { name: foreign[0].name, pair: null } : null),
    confidence,
  }
}

/**
 * How likely the message is a case of one's own that asks for a choice: the trained gate, lifted where the options
 * are set against each other, or somebody says "we", and a need is plainly said, for these are what a case is made of.
 * Its facts are read only where they could make it one.
 */
function caseOf(
  engine: Engine,
  question: Question,
  { of, parsed, situation }: Routed,
): { situation: number; facts: ReturnType<typeof factsOf> | null } {
  const chooses =
    parsed.mentions.some((mention) => mention.inChoice) ||
    engine.choosing.within(parsed.tokens, 0, parsed.tokens.length)
  const own = parsed.tokens.some((token) => engine.deictic.has(token.word))
  const raised = raise(situation, chooses ? CHOICE_ODDS : own ? OWN_ODDS : 1)
  if (raised < THRESHOLDS.situation) return { situation, facts: null }
  const facts = factsOf(engine, of, question, parsed)
  const said = facts.facts.some((fact) => fact.counted && fact.probability >= 0.8 && pulls(engine, fact))
  return { situation: said ? raised : situation, facts }
}

/** True when the question is about a foreign name: it is set against one of ours, or ours are not named at all. */
function isAskedFor({ at, end, chosen, asked }: ForeignName, { parsed, named }: Routed): boolean {
  if (named === 0) return chosen || asked
  const beside = parsed.mentions.some((mention) => {
    const from = parsed.tokens[mention.from]!.at
    const to = parsed.tokens[mention.to - 1]!.end
    return Math.min(Math.abs(at - to), Math.abs(from - end)) <= LONGEST_GAP
  })
  return chosen && beside
}

/** A probability with its odds multiplied. */
function raise(probability: number, by: number): number {
  const odds = (probability / (1 - probability + 1e-9)) * by
  return odds / (1 + odds)
}

/** True for a fact that a rule may use. */
function pulls(engine: Engine, { id }: ReadFact): boolean {
  return engine.pulling.has(id.split('/')[0]!)
}

/** In a thread the discussion is weighed, unless the message to the bot is plainly a general question. */
function answerThread(engine: Engine, question: Question, routed: Routed): Answered {
  const { of, match, parsed, sure } = routed
  const words = parsed.tokens.filter((token) => token.word !== '?' && token.word !== '!')
  const chooses = parsed.mentions.some((mention) => mention.inChoice)
  const own = chooses || words.some((token) => engine.deictic.has(token.word))
  if (!own && words.length >= LEAST_WORDS_OF_A_TOPIC && sure >= SURER_THAN_A_CASE && match.coverage >= 0.85) {
    return {
      answer: topic(of.comparison, entryAt(of, match.ranked[0]!.entry), match.matched),
      confidence: share(sure),
    }
  }
  return { answer: verdictOn(engine, of, question, factsOf(engine, of, question, parsed)), confidence: 0.9 }
}

/** Sureness as a share of the surest. */
function share(sure: number): number {
  return Math.max(0, Math.min(1, sure / SUREST))
}

function comparisonOf(engine: Engine, slug: string | undefined): PreparedComparison {
  const found =
    slug === undefined ? engine.comparisons[0] : engine.comparisons.find((of) => of.comparison.slug === slug)
  if (!found) throw new RangeError(`No comparison ${slug ?? ''} in this knowledge.`)
  return found
}

function entryAt(of: PreparedComparison, index: number): EntryId {
  return of.comparison.entries[index]!.entry
}

function overview(comparison: Comparison): Overview {
  return {
    kind: 'comparison',
    comparison,
    cases: comparison.overview.cases,
    rows: relevantRows(comparison, [], 6),
  }
}

function topic(comparison: Comparison, id: EntryId, matched: string[]): TopicAnswer | TableAnswer {
  const entry = comparison.entries.find((candidate) => candidate.entry === id)!
  if (entry.kind === 'table') return { kind: 'table', comparison, entry }
  const guides = comparison.sources
    .filter((source) => source.grade === 'vendor-guide')
    .map((source) => source.id)
  return {
    kind: 'faq',
    comparison,
    entry,
    agreement: entry.positions.length ? agreement(entry.positions, guides) : null,
    matched,
  }
}

function ambiguous({ of, match }: Routed): Ambiguous {
  const candidates = match.ranked.slice(0, 3).map(({ entry }) => candidate(of.comparison.entries[entry]!))
  return { kind: 'ambiguous', comparison: of.comparison, candidates }
}

function candidate(entry: Entry): { entry: EntryId; title: string } {
  return { entry: entry.entry, title: entry.title }
}

function notCovered(
  engine: Engine,
  routed: Routed | null,
  about: { name: string | null; pair: NamedPair | null } | null,
): NotCovered {
  const pair = about?.pair ?? null
  // Below this the nearest entry shares next to nothing with the question.
  const nearest =
    routed && routed.match.coverage >= LEAST_NEAR
      ? routed.match.ranked.slice(0, 3).map(({ entry }) => ({
          comparison: routed.of.comparison,
          ...candidate(routed.of.comparison.entries[entry]!),
        }))
      : []
  const first =
    routed && pair ? routed.of.comparison.entries.find((entry) => entry.entry === pair.nearest) : undefined
  return {
    kind: 'not-covered',
    subject: about?.name ?? null,
    named: routed && pair ? { comparison: routed.of.comparison, pair } : null,
    covered: covered(engine),
    nearest:
      first && routed
        ? [
            { comparison: routed.of.comparison, ...candidate(first) },
            ...nearest.filter((near) => near.entry !== first.entry),
          ].slice(0, 3)
        : nearest,
  }
}

function covered(engine: Engine): NotCovered['covered'] {
  return engine.comparisons.map(({ comparison }) => ({
    slug: comparison.slug,
    title: comparison.title,
    names: comparison.options.map((option) => option.name),
  }))
}

function help(engine: Engine): Help {
  return {
    kind: 'help',
    covered: covered(engine).map((one, i) => ({
      ...one,
      topics: engine.comparisons[i]!.comparison.entries.length,
    })),
  }
}
