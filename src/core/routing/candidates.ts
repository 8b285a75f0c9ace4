import type { Message } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { fold, type Token, tokenize } from '../language/text.ts'
import type { Named } from './all-names.ts'
import type { Call } from './called.ts'

/** Comparisons that are looked at where a question names them: more would cost time, and the right one is among these. */
const MOST_NAMED = 6

/**
 * Comparisons that are looked at beside the broadest where nothing is named. Of questions that all six shipped ones
 * together lead to the right one, these lead 96 % there.
 */
const MOST_NEAR = 2

/** Messages of a discussion that are looked at for names, the latest. */
const MOST_MESSAGES = 200

/** The comparisons that a question may be about, and those of them that it calls by what they compare. */
export interface Candidates {
  looked: PreparedComparison[]
  called: ReadonlySet<PreparedComparison>
}

/**
 * The comparisons that a question may be about, in the order of the knowledge: those that it names or calls; where it
 * names no two options, those that its discussion names, the most named alone; else those whose words it uses. Where at
 * most one option is named by its own name the broadest comparison is among them. Never none.
 */
export function candidates(engine: Engine, tokens: readonly Token[], thread: readonly Message[]): Candidates {
  const named = mostNamed(engine.allNames.find(tokens))
  const isChoice = (named[0]?.options ?? 0) > 1
  const discussed = thread.length > 0 && !isChoice ? namedInThread(engine, thread, tokens) : []
  const isDiscussed = (discussed[0]?.options ?? 0) > 1
  // Options that are set against each other say more than what they are called together.
  const own = isChoice ? [] : engine.calledNames.find(tokens)
  const calls = own.length > 0 || isChoice || isDiscussed ? own : calledInThread(engine, thread)
  const called = [...new Set(calls.map(({ of }) => of))].slice(0, MOST_NAMED)
  const near = nearest(engine, tokens, thread, { named, discussed: own.length > 0 ? [] : discussed })
  return {
    looked: pick(engine.comparisons, [...new Set([...called, ...near])].slice(0, MOST_NAMED)),
    called: new Set(pick(engine.comparisons, called)),
  }
}

/** Places of the comparisons that names lead to, else words. */
function nearest(
  engine: Engine,
  tokens: readonly Token[],
  thread: readonly Message[],
  { named, discussed }: Record<'named' | 'discussed', readonly Named[]>,
): number[] {
  const [first] = discussed
  // One name at the end of a discussion is one of those that it is about.
  if (first && (named.length === 0 || first.options > 1)) {
    const most = discussed.filter(({ options }) => options === first.options)
    return withBroadest(engine, most)
  }
  if (named.length > 0) return withBroadest(engine, named)
  const words = [...thread.flatMap(({ text }) => tokenize(fold(text))), ...tokens].map(({ word }) => word)
  const near = engine.comparisonIndex.rank(words, MOST_NEAR + 1).filter((of) => of !== engine.broadest)
  return [engine.broadest, ...near.slice(0, MOST_NEAR)]
}

/** The first of those found, and the broadest among them unless several options are named by their own names. */
function withBroadest({ broadest }: Engine, found: readonly Named[]): number[] {
  const kept = found.slice(0, MOST_NAMED).map(({ of }) => of)
  if ((found[0]?.own ?? 0) > 1 || kept.includes(broadest)) return kept
  return [...kept.slice(0, MOST_NAMED - 1), broadest]
}

/** Comparisons by their places, in the order of the knowledge. */
function pick(all: readonly PreparedComparison[], places: readonly number[]): PreparedComparison[] {
  return [...places].sort((a, b) => a - b).flatMap((of) => all[of] ?? [])
}

function mostNamed(named: readonly Named[]): Named[] {
  return [...named].sort((a, b) => b.options - a.options || b.own - a.own || a.of - b.of)
}

/** What a discussion names: options over all its messages, and over the tokens of the last one. */
function namedInThread(engine: Engine, thread: readonly Message[], last: readonly Token[]): Named[] {
  const tokens = thread.slice(-MOST_MESSAGES).flatMap(({ text }) => tokenize(fold(text)))
  return mostNamed(engine.allNames.find([...tokens, ...last]))
}

/** What messages that ask for a choice call it ("which node framework?"); one that says what something is calls none. */
function calledInThread({ calledNames, choosing }: Engine, thread: readonly Message[]): Call[] {
  return thread.slice(-MOST_MESSAGES).flatMap(({ text }) => {
    const tokens = tokenize(fold(text))
    const calls = calledNames.find(tokens)
    return calls.length > 0 && choosing.within(tokens, 0, tokens.length) ? calls : []
  })
}
