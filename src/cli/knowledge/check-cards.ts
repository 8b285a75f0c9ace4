import { budgetOf } from '../../cards/budget.ts'
import { card } from '../../cards/card.ts'
import type { CardContext } from '../../cards/card-types.ts'
import { type Measure, measure, readBlocks } from '../../cards/measure.ts'
import { answer, answerEntry } from '../../core/answer.ts'
import { givenFact } from '../../core/decision/given.ts'
import type { Answer } from '../../core/domain/answer.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { FactId } from '../../core/domain/fact.ts'
import type { Engine } from '../../core/engine.ts'
import type { Finding } from './finding.ts'

/**
 * Cards over their budget: the overview, every entry, and the verdict on each rule's and case's own facts.
 * A card that keeps its budget by leaving out points of its entry is a warning.
 */
export function checkCards(engine: Engine, comparison: Comparison, asOf: string): Finding[] {
  const context: CardContext = { command: '/stack', surface: 'channel', asOf, people: (id) => id }
  return shownAnswers(engine, comparison, asOf).flatMap(([name, shown]) => {
    const { blocks } = card(engine.knowledge, shown, context)
    const where = `${comparison.slug} ${name}`
    return [...overBudget(where, shown, measure({ blocks })), ...leftOut(where, shown, readBlocks(blocks))]
  })
}

function shownAnswers(
  engine: Engine,
  { slug, entries, overview, rules }: Comparison,
  asOf: string,
): [name: string, answer: Answer][] {
  const verdictOn = (facts: readonly FactId[]) => {
    const given = { facts: facts.map((id) => givenFact(id, 'yes')), only: true }
    return answer(engine, { text: '', asOf, comparison: slug, given })
  }
  const topics = ['overview', ...entries.map(({ entry }) => entry)]
  return [
    ...topics.flatMap((id): [string, Answer][] => {
      const found = answerEntry(engine, slug, id)
      return found ? [[id, found]] : []
    }),
    ...rules.rules.map(({ id, when }): [string, Answer] => [`rule ${id}`, verdictOn(when)]),
    ...overview.cases.map(({ label, facts }): [string, Answer] => [`case ${label}`, verdictOn(facts)]),
  ]
}

function overBudget(where: string, shown: Answer, { lines, characters }: Measure): Finding[] {
  const budget = budgetOf(shown)
  if (lines <= budget.lines && characters <= budget.characters) return []
  const problem =
    `its card takes ${lines} lines and ${characters} characters, ` +
    `${budget.lines} and ${budget.characters} fit`
  return [{ level: 'error', where, problem, remedy: 'Shorten it, or move something to more.' }]
}

function leftOut(where: string, shown: Answer, text: string): Finding[] {
  if (shown.kind !== 'faq' && shown.kind !== 'table') return []
  const { points } = shown.entry
  const hidden = points.filter((point) => !text.includes(point.text)).length
  if (hidden === 0) return []
  const problem = `its card has no room for ${hidden} of its ${points.length} points`
  return [{ level: 'warning', where, problem, remedy: 'Shorten answer and points to see it on the card.' }]
}
