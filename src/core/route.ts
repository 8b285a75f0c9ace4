import type { FactId } from './domain/fact.ts'
import type { Message, Question } from './domain/question.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { excerpt } from './language/pieces.ts'
import { fold, keys, takeApart, tokenize } from './language/text.ts'
import { foreignNames } from './matching/foreign.ts'
import { Opened } from './reading/parse.ts'
import { candidates } from './routing/candidates.ts'
import type { Routed } from './routing/routed.ts'
import { byStanding, isClose, Standing } from './routing/standing.ts'

/** Where a question goes, and where it might as well go. */
export interface Route {
  best: Routed
  /** Another comparison that speaks for itself nearly as well; null where the choice is clear. */
  close: Routed | null
}

/**
 * The comparison that a question is about: the one asked for; else the one that it calls by what it compares; else one that need not refuse; of these the one whose
 * options it sets against each other; else the one whose sources name its pair; else the one of which it names most
 * options, or knows most of the names; else the one for which most speaks: entry, names, facts, cues. Looks only at
 * those that come into question.
 */
export function route(
  engine: Engine,
  { text, comparison: slug, thread = [] }: Pick<Question, 'text' | 'comparison' | 'thread'>,
): Route | null {
  const whole = excerpt(text)
  const opened = new Opened(whole, engine.lexicon)
  // In what is opened, mentions of people are blanked; most questions have none.
  const words = whole.includes('@') ? takeApart(whole) : opened
  const { looked, called } =
    slug === undefined
      ? candidates(engine, words.tokens, thread)
      : { looked: [engine.bySlug.get(slug)].filter((of) => of !== undefined), called: NONE_CALLED }
  // Where one comparison alone comes into question, nothing more need be known of the discussion.
  const discussed = thread.length > 0 ? (looked.length > 1 ? factsNamed(engine, thread) : NONE) : null
  const asked = {
    opened,
    words,
    vocabulary: new Set(words.tokens.map(({ word }) => word)),
    foreign: foreignNames(whole, engine.foreign, words),
    discussed,
    called,
    unnamed: {},
  }
  const seen = looked.map((of) => new Standing(engine, asked, of)).sort(byStanding)
  const [best, second] = seen
  if (!best) return null
  return { best: best.routed, close: second && isClose(best, second) ? second.routed : null }
}

const NONE_CALLED: ReadonlySet<PreparedComparison> = new Set()

const NONE: ReadonlySet<FactId> = new Set()

/** Facts of which a term stands in a discussion. */
function factsNamed({ lexicon: { terms } }: Engine, thread: readonly Message[]): Set<FactId> {
  const facts = new Set<FactId>()
  for (const { text } of thread) {
    const words = tokenize(fold(excerpt(text))).map(({ word }) => word)
    terms.find(keys(words), ({ fact }) => facts.add(fact))
  }
  return facts
}
