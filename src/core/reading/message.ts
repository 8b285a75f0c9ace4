import type { FactId } from '../domain/fact.ts'
import { clauseClasses, seenClasses } from './class-features.ts'
import { PEOPLE } from './kept.ts'
import { sigmoid } from './linear.ts'
import { firstMentions, mentionSums, readMention } from './mentions.ts'
import type { ReaderModel } from './model.ts'
import type { Clause, Parsed } from './parse.ts'
import { denies, deniesNextDoor, howSaid, isDoubtful, polarityOf } from './polarity.ts'
import { presenceSums } from './presence.ts'
import { type LeastProbable, type Statement, triggerOf, VALUES } from './statement.ts'
import { viewed } from './views.ts'
import { wordsOfReader } from './word-sums.ts'

/**
 * How probable a fact that no model was trained on is in a clause that holds a term of it: enough for a thread,
 * where many messages give many chances.
 */
const BY_TERM_ALONE = 0.85
/** How far a term of a fact in the clause lifts its score: a plain word outweighs n-grams. */
const TERM_BOOST = 3
/** How probable a need is at least where a term that leaves no doubt names it. */
const PLAINLY = 0.75
/** A sum that is surely below it, so that its probability need not be known. */
const SURELY_LESS = -2

/**
 * All statements of a message, one per fact: the strongest place counts. In the text `addressed` to the bot a bare
 * mention counts as stated. Needs that are less probable than `least` are left out, and what leaves open how it stands
 * with an option. Facts in `untrained` are read where a term of them stands; how they are said is the model's word as for
 * any other.
 */
export function readMessage(
  model: ReaderModel,
  parsed: Parsed,
  addressed: boolean,
  untrained: ReadonlySet<FactId>,
  least: LeastProbable,
): Statement[] {
  const best = new Map<FactId, Statement>()
  const put = (statement: Statement) => {
    if (statement.probability > (best.get(statement.id)?.probability ?? 0)) best.set(statement.id, statement)
  }
  const putFact = (id: FactId, probability: number, k: number) => {
    const trigger = triggerOf(parsed.clauses[k]!, id)
    const heard = howSaid(model, parsed, k, trigger, polarity, addressed)
    const byWords =
      untrained.has(id) && (isDoubtful(heard) || (heard.name === 'no' && deniesNextDoor(parsed, k, id)))
    const said = byWords ? { name: denies(parsed, k) ? 'no' : 'yes', share: heard.share } : heard
    put({
      id,
      ...VALUES[said.name]!,
      probability,
      share: said.share,
      ...(said.leaning ? { leaning: said.leaning } : {}),
      clause: k,
      ...(trigger ? { trigger } : {}),
    })
  }
  const seen = seenClasses(parsed, null)
  const classesOf = clauseClasses(seen)
  const known = wordsOfReader(model)
  const words = known.words.of(parsed.words)
  const wordsOf = (self: string | null) =>
    viewed(words, parsed, self, (mask) => (mask ? known.words.word(mask) : undefined))
  const presence = presenceSums(known.presence, parsed, words, classesOf)
  const polarity = polarityOf(known.polarity, parsed, () => wordsOf(null), seen, classesOf)
  parsed.clauses.forEach((clause, k) => {
    const sums = presence(k)
    const hit = new Set(clause.triggers.map((trigger) => trigger.fact))
    const plainly = new Set(clause.triggers.flatMap(({ fact, plain }) => (plain ? [fact] : [])))
    // One or two words say nothing of a need that they do not name.
    const short = clause.last - clause.first < SHORT_CLAUSE
    model.presence.classes.forEach((id, c) => {
      const named = hit.has(id)
      if (named && isCovered(clause, id, untrained)) return
      const sum = sums[c]! + (named ? TERM_BOOST : 0)
      const isPlain = plainly.has(id)
      if ((sum < SURELY_LESS && !isPlain) || (short && !named)) return
      const probability = isPlain ? Math.max(PLAINLY, sigmoid(sum)) : sigmoid(sum)
      if (probability < least.need) return
      putFact(id, probability, k)
    })
    for (const id of hit)
      if (untrained.has(id) && !namesPeople(parsed, triggerOf(clause, id)!)) putFact(id, BY_TERM_ALONE, k)
  })
  const standing = mentionSums(known.mention, parsed, wordsOf)
  for (const mention of firstMentions(parsed.mentions)) {
    if (!mention.inChoice) readMention(model, parsed, mention, standing(mention), polarity, least, put)
  }
  return [...best.values()]
}

/** "Hard real-time limits": a longer term of a comparison's own fact stands in place of the shared one inside it. */
function isCovered({ triggers }: Clause, id: FactId, untrained: ReadonlySet<FactId>): boolean {
  const own = triggers.filter(({ fact }) => untrained.has(fact))
  return triggers
    .filter(({ fact }) => fact === id)
    .every(({ from, to }) =>
      own.some((longer) => longer.from <= from && longer.to >= to && longer.to - longer.from > to - from),
    )
}

/** "Two backend devs" are people, not two backends. */
function namesPeople({ classes }: Parsed, { from, to }: { from: number; to: number }): boolean {
  const people = classes.filter((hit) => hit.class === PEOPLE)
  return people.some((hit) => hit.from === to) && !people.some((hit) => hit.from >= from && hit.to <= to)
}

/** Words of a clause that is too short to mean a fact without naming it. */
const SHORT_CLAUSE = 3
