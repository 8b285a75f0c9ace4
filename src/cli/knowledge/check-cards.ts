import { budgetOf } from '../../cards/budget.ts'
import { card } from '../../cards/card.ts'
import type { CardContext } from '../../cards/card-types.ts'
import { measure } from '../../cards/measure.ts'
import { answer, answerEntry } from '../../core/answer.ts'
import { givenFact } from '../../core/decision/given.ts'
import type { Answer } from '../../core/domain/answer.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { FactId } from '../../core/domain/fact.ts'
import type { Engine } from '../../core/engine.ts'
import type { Finding } from './finding.ts'

/** Cards over their budget: the overview, every entry, and the verdict on each rule's and case's own facts. */
export function checkCards(
  engine: Engine,
  { slug, entries, overview, rules }: Comparison,
  asOf: string,
): Finding[] {
  const context: CardContext = { command: '/stack', surface: 'channel', asOf, people: (id) => id }
  const verdictOn = (facts: readonly FactId[]) =>
    answer(engine, {
      text: '',
      asOf,
      comparison: slug,
      given: { facts: facts.map((id) => givenFact(id, 'yes')), only: true },
    })
  const shown: [name: string, answer: Answer | null][] = [
    ['overview', answerEntry(engine, slug, 'overview')],
    ...entries.map(({ entry }): [string, Answer | null] => [entry, answerEntry(engine, slug, entry)]),
    ...rules.rules.map(({ id, when }): [string, Answer] => [`verdict on rule ${id}`, verdictOn(when)]),
    ...overview.cases.map(({ label, facts }): [string, Answer] => [`verdict on ${label}`, verdictOn(facts)]),
  ]
  return shown.flatMap(([name, each]): Finding[] => {
    if (!each) return []
    const { lines, characters } = measure(card(engine.knowledge, each, context))
    const budget = budgetOf(each)
    if (lines <= budget.lines && characters <= budget.characters) return []
    return [
      {
        level: 'error',
        where: `${slug} ${name}`,
        problem:
          `its card takes ${lines} lines and ${characters} characters, ` +
          `${budget.lines} and ${budget.characters} fit`,
        remedy: 'Shorten the answer or its points, or move a point to more.',
      },
    ]
  })
}
