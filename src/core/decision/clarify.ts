import type { Clarifying, Decision } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Catalogue, FactId, OptionId, ReadFact } from '../domain/fact.ts'
import { applyChanges } from './given.ts'
import { pickOf } from './judge.ts'
import { readingsOf } from './readings.ts'
import { type RankedFact, type Rulebook, rulebookOf } from './rulebook.ts'

type Choice = Clarifying['choices'][number]

const LONGEST_LABEL = 16
/** Of four choices the last is "Not sure". */
const MOST_ANSWERS = 3
const NOT_SURE: Choice = { label: 'Not sure', facts: [] }

interface Candidate {
  question: Clarifying
  /** Different picks that its answers lead to. */
  picks: number
  answers: number
  /** Named in the discussion without counting: 2 as a bare mention, 1 otherwise. */
  mentioned: number
  rank: number
}

/**
 * The one question whose answers lead to the most different picks; null where no question is needed (a pick that
 * rests on more than leanings) or none would change anything.
 * Where readings differ only disputed facts are asked for. A bare mention that would change the pick comes first;
 * then the number of different picks, the number of answers (a fact per option asks for all options at once) and
 * the catalogue's rank decide. At most four choices; with more than three options the first three are offered.
 */
export function clarify(
  comparison: Comparison,
  catalogue: Catalogue,
  facts: readonly ReadFact[],
  decision: Decision,
): Clarifying | null {
  const differ = decision.readings.length > 0
  if (!differ && !decision.leaning && decision.pick !== 'either') return null
  const book = rulebookOf(comparison, catalogue)
  const disputed = new Set(differ ? decision.readings.flatMap((r) => r.facts.map((fact) => fact.id)) : [])
  const questions = differ
    ? questionsFor(comparison, book, (ranked) => disputed.has(ranked.id))
    : questionsFor(comparison, book, unknownFacts(book, facts))
  return (
    questions
      .map((question) => candidate(book, facts, question))
      .filter((found) => found.picks > 1)
      .sort(byUse)[0]?.question ?? null
  )
}

function byUse(a: Candidate, b: Candidate): number {
  const bareMention = Number(b.mentioned === 2) - Number(a.mentioned === 2)
  return (
    bareMention || b.picks - a.picks || b.answers - a.answers || b.mentioned - a.mentioned || a.rank - b.rank
  )
}

/** Facts about which nothing counts yet. A kind of fact per option is known once it holds for one, or is settled for all. */
function unknownFacts(book: Rulebook, facts: readonly ReadFact[]): (ranked: RankedFact) => boolean {
  const counted = facts.filter((fact) => fact.counted)
  const known = new Set(counted.map((fact) => fact.id))
  const yes = new Set(counted.filter((fact) => fact.value === 'yes').map((fact) => fact.id))
  return ({ fact: asked }) => {
    const ids = book.ranked.filter(({ fact }) => fact === asked).map(({ id }) => id)
    return !ids.some((id) => yes.has(id)) && !ids.every((id) => known.has(id))
  }
}

function questionsFor(
  comparison: Comparison,
  book: Rulebook,
  asks: (ranked: RankedFact) => boolean,
): Clarifying[] {
  const kinds = new Map<FactId, RankedFact>()
  for (const ranked of book.ranked) {
    if (book.pulling.has(ranked.id) && asks(ranked) && !kinds.has(ranked.fact.id)) {
      kinds.set(ranked.fact.id, ranked)
    }
  }
  return [...kinds.values()].map(({ fact, option }) => ({
    fact: fact.id,
    question: fact.question,
    choices: [...(option === null ? yesOrNo(fact.id) : oneOfOptions(comparison, fact.id)), NOT_SURE],
  }))
}

function yesOrNo(id: FactId): Choice[] {
  return [
    { label: 'Yes', facts: [{ id, value: 'yes' }] },
    { label: 'No', facts: [{ id, value: 'no' }] },
  ]
}

/** One choice per option, and both where there is room. */
function oneOfOptions(comparison: Comparison, kind: FactId): Choice[] {
  const options = comparison.options
  const facts = (holds: (option: OptionId) => boolean): Choice['facts'] =>
    options.map(({ id }) => ({ id: `${kind}/${id}`, value: holds(id) ? 'yes' : 'no' }))
  const choices = options
    .slice(0, MOST_ANSWERS)
    .map((option): Choice => ({ label: shortLabel(option), facts: facts((id) => id === option.id) }))
  if (choices.length < MOST_ANSWERS) choices.push({ label: 'Both', facts: facts(() => true) })
  return choices
}

/** A name too long for a button gives way to the id, and an id too long to its beginning. */
function shortLabel(option: { id: OptionId; name: string }): string {
  const label = option.name.length <= LONGEST_LABEL ? option.name : option.id
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`
}

function candidate(book: Rulebook, facts: readonly ReadFact[], question: Clarifying): Candidate {
  const answers = question.choices.filter((choice) => choice.facts.length > 0)
  const asked = new Set(answers.flatMap((choice) => choice.facts.map((fact) => fact.id)))
  const picks = new Set(answers.map((choice) => picksAfter(book, facts, choice)))
  const said = facts.filter((fact) => !fact.counted && asked.has(fact.id))
  const bare = said.some((fact) => fact.grade === 'assumed' || fact.reason === 'assumed')
  return {
    question,
    picks: picks.size,
    answers: answers.length,
    mentioned: bare ? 2 : said.length > 0 ? 1 : 0,
    rank: Math.min(...[...asked].map((id) => book.rank.get(id) ?? Number.POSITIVE_INFINITY)),
  }
}

/** Pick after an answer, or the picks of the readings that it leaves open. */
function picksAfter(book: Rulebook, facts: readonly ReadFact[], choice: Choice): string {
  const changed = applyChanges(facts, choice.facts)
  const open = readingsOf(book, changed)
  return open.length > 0 ? open.map((reading) => reading.pick).join(' ') : (pickOf(book, changed) ?? 'open')
}
