import { pickName } from '../../cards/wording.ts'
import { answerEntry, answerWithConfidence } from '../../core/answer.ts'
import type { Answered } from '../../core/answering/answered.ts'
import { catalogueOf, fullIds } from '../../core/domain/catalogue.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { Question } from '../../core/domain/question.ts'
import type { Engine } from '../../core/engine.ts'
import { type Replay, readReplay } from '../../core/replay.ts'
import { isDay } from './day.ts'
import { pickOf } from './pick.ts'
import { replayIdOf } from './replay-id.ts'

/**
 * An answer given again. `changed` is empty under the knowledge that gave it, else it says in sentences what is
 * different now. `malformed`: no knowledge gave such an id; `gone`: what it speaks of is no longer covered.
 */
export type Replayed =
  | { ok: true; question: Question; answered: Answered; changed: string[] }
  | { ok: false; problem: 'malformed' | 'gone'; error: string }

const malformed: Replayed = {
  ok: false,
  problem: 'malformed',
  error: 'That is no replay id. Copy the whole of it, as "Why?" or --json shows it.',
}

/** Gives the answer of a replay id, from the ids in it alone. Pure: the same id and knowledge give the same answer. */
export function replayAnswer(engine: Engine, id: string): Replayed {
  const replay = readReplay(id)
  if (!replay || !isDay(replay.asOf)) return malformed
  const { version } = engine.knowledge
  const same = replay.version === version
  const question: Question = { text: '', asOf: replay.asOf }
  if (replay.kind === 'help') {
    const answered = answerWithConfidence(engine, question)
    return checked(engine, id, same, { ok: true, question, answered, changed: changes(engine, replay) })
  }
  const comparison = engine.comparisons.find((of) => of.comparison.slug === replay.comparison)?.comparison
  if (!comparison) return same ? malformed : gone(engine, replay, `the comparison ${replay.comparison ?? ''}`)
  if (replay.kind === 'verdict') return verdictAgain(engine, id, same, replay, comparison)
  const entry = replay.kind === 'comparison' ? 'overview' : (replay.entry ?? '')
  const answer = answerEntry(engine, comparison.slug, entry)
  if (!answer) return same ? malformed : gone(engine, replay, `the topic ${entry}`)
  const then = replay.pick ?? null
  const now = pickOf(answer)
  const changed = changes(engine, replay)
  if (then !== null || now !== null) changed.push(pickLine(comparison, then, now))
  return checked(engine, id, same, { ok: true, question, answered: { answer, confidence: 1 }, changed })
}

function verdictAgain(
  engine: Engine,
  id: string,
  same: boolean,
  replay: Replay,
  comparison: Comparison,
): Replayed {
  const { facts: catalogued } = catalogueOf(engine.knowledge.catalogue, comparison)
  const known = new Set(fullIds(catalogued, comparison.options))
  const facts = replay.facts.filter((fact) => known.has(fact.id))
  const lost = [...new Set(replay.facts.filter((fact) => !known.has(fact.id)).map((fact) => fact.id))]
  const question: Question = {
    text: '',
    asOf: replay.asOf,
    comparison: comparison.slug,
    given: { facts, only: true, deadlock: replay.deadlock ?? false },
  }
  const answered = answerWithConfidence(engine, question)
  const changed = [
    ...changes(engine, replay),
    pickLine(comparison, replay.pick ?? null, pickOf(answered.answer)),
    ...(lost.length > 0 ? [`No longer known: ${lost.join(', ')}.`] : []),
  ]
  return checked(engine, id, same, { ok: true, question, answered, changed })
}

/** Under its own knowledge an answer has the id that asked for it, or the id was never given out. */
function checked(
  engine: Engine,
  id: string,
  same: boolean,
  replayed: Extract<Replayed, { ok: true }>,
): Replayed {
  if (!same) return replayed
  const { question, answered } = replayed
  const again = replayIdOf(engine.knowledge.version, question.asOf, answered.answer)
  return again === id ? { ...replayed, changed: [] } : malformed
}

function changes({ knowledge }: Engine, replay: Replay): string[] {
  return [`The knowledge has changed since: ${replay.version} then, ${knowledge.version} now.`]
}

function gone(engine: Engine, replay: Replay, what: string): Replayed {
  const [first = ''] = changes(engine, replay)
  return { ok: false, problem: 'gone', error: `${first} It no longer covers ${what}.` }
}

function pickLine(comparison: Comparison, then: Replay['pick'] | null, now: Replay['pick'] | null): string {
  const [before, after] = [pickName(comparison, then ?? null), pickName(comparison, now ?? null)]
  return before === after ? `The pick is the same: ${after}.` : `The pick was ${before} and is ${after} now.`
}
