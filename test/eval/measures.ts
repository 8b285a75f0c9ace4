import { card } from '../../src/cards/card.ts'
import { measure } from '../../src/cards/measure.ts'
import type { Engine } from '../../src/core/engine.ts'
import { AS_OF, answers, isDirect, type Scored, score } from './score.ts'
import type { Half, Item } from './sets.ts'
import { readSet } from './sets.ts'
import { auroc, median } from './stats.ts'
import { miniSearchRank } from './yardstick.ts'

/** A count of a whole. */
export interface Count {
  part: number
  whole: number
}

export interface Measures {
  situationsRight: Count
  threadsRight: Count
  wrongDirectVerdicts: Count
  hitAt1: Count
  hitAt3: Count
  miniSearchAt1: Count
  miniSearchAt3: Count
  answeredDirectly: Count
  directRight: Count
  helped: Count
  outOfScopeVerdict: Count
  outOfScopeAnswered: Count
  factPrecision: Count
  factRecall: Count
  scopeAuroc: number
  medianCharacters: number
  /** Labelled pick → given pick → how often. */
  confusion: Map<string, Map<string, number>>
}

/** Asks every question of one half and counts. */
export function evaluate(engine: Engine, half: Half): { measures: Measures; scored: Scored[] } {
  const scored = readSet(half).map((item) => score(engine, item))
  return { measures: count(engine, scored), scored }
}

/** True when the answer is what the label asks for: the pick, or an entry that answers it, of the right comparison. */
export function isRight({ item, answered: { answer }, pick }: Scored): boolean {
  if (item.kind === 'oos') return !isDirect(answer)
  if (item.kind === 'general')
    return (
      (answer.kind === 'faq' || answer.kind === 'table') && answers(answer.comparison, answer.entry, item)
    )
  return pick === item.pick && 'comparison' in answer && answer.comparison.slug === item.comparison
}

/** A definite pick other than `either` that differs from the label. */
export function isWrongDirect({ item, pick }: Scored): boolean {
  if (item.kind !== 'situation' && item.kind !== 'thread') return false
  return pick !== undefined && pick !== null && pick !== 'either' && pick !== item.pick
}

function isHelped(scored: Scored): boolean {
  const { item, answered } = scored
  if (isRight(scored)) return true
  return item.kind === 'general' && answered.answer.kind === 'ambiguous' && (scored.rank ?? 9) <= 3
}

function count(engine: Engine, scored: readonly Scored[]): Measures {
  const of = (kind: Item['kind']) => scored.filter(({ item }) => item.kind === kind)
  const share = (rows: readonly Scored[], is: (row: Scored) => boolean): Count => ({
    part: rows.filter(is).length,
    whole: rows.length,
  })
  const situations = of('situation')
  const threads = of('thread')
  const general = of('general')
  const out = of('oos')
  const inScope = [...situations, ...threads, ...general]
  const direct = scored.filter(({ answered }) => isDirect(answered.answer))
  const mini = miniSearchRank(engine)
  const miniHit = (n: number) => (row: Scored) => {
    const { item } = row
    return (
      item.kind === 'general' &&
      mini(item.text)
        .slice(0, n)
        .some(([of, entry]) => answers(of, entry, item))
    )
  }
  const facts = countFacts([...situations, ...threads])
  return {
    situationsRight: share(situations, isRight),
    threadsRight: share(threads, isRight),
    wrongDirectVerdicts: share([...situations, ...threads], isWrongDirect),
    hitAt1: share(general, (row) => row.rank === 1),
    hitAt3: share(general, (row) => (row.rank ?? 9) <= 3),
    miniSearchAt1: share(general, miniHit(1)),
    miniSearchAt3: share(general, miniHit(3)),
    answeredDirectly: share(inScope, ({ answered }) => isDirect(answered.answer)),
    directRight: share(direct, (row) => row.item.kind !== 'oos' && isRight(row)),
    helped: share(inScope, isHelped),
    outOfScopeVerdict: share(out, ({ answered }) => answered.answer.kind === 'verdict'),
    outOfScopeAnswered: share(out, ({ answered }) => isDirect(answered.answer)),
    ...facts,
    scopeAuroc: auroc(
      inScope.map(({ answered }) => answered.confidence),
      out.map(({ answered }) => answered.confidence),
    ),
    medianCharacters: median(
      scored.map(({ answered }) => measure(card(engine.knowledge, answered.answer, CONTEXT)).characters),
    ),
    confusion: confusion([...situations, ...threads]),
  }
}

const CONTEXT = { command: '/stack', surface: 'private', asOf: AS_OF, people: (id: string) => id } as const

/** Counted facts with their value against the labelled ones; facts that pull nothing are left out of both. */
function countFacts(rows: readonly Scored[]): Pick<Measures, 'factPrecision' | 'factRecall'> {
  const silent = new Set(['crud-only', 'frontend-js', 'hiring', 'popularity-or-fashion', 'raw-speed'])
  const key = ({ id, value }: { id: string; value: string }) => `${id}=${value}`
  let both = 0
  let read = 0
  let labelled = 0
  for (const { item, answered } of rows) {
    if (item.kind !== 'situation' && item.kind !== 'thread') continue
    const counted = (fact: { id: string; value: string; counted: boolean }) =>
      fact.counted && (fact.value === 'yes' || fact.value === 'no') && !silent.has(fact.id)
    const want = new Set(item.facts.filter(counted).map(key))
    const got = new Set(
      answered.answer.kind === 'verdict' ? answered.answer.facts.filter(counted).map(key) : [],
    )
    read += got.size
    labelled += want.size
    both += [...got].filter((fact) => want.has(fact)).length
  }
  return { factPrecision: { part: both, whole: read }, factRecall: { part: both, whole: labelled } }
}

function confusion(rows: readonly Scored[]): Measures['confusion'] {
  const table: Measures['confusion'] = new Map()
  for (const { item, pick, answered } of rows) {
    if (item.kind !== 'situation' && item.kind !== 'thread') continue
    const want = String(item.pick)
    const got = pick === undefined ? answered.answer.kind : String(pick)
    const row = table.get(want) ?? new Map<string, number>()
    row.set(got, (row.get(got) ?? 0) + 1)
    table.set(want, row)
  }
  return table
}
