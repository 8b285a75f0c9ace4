import type { Answered } from './answering/answered.ts'
import { refuses, withElsewhere } from './answering/elsewhere.ts'
import { help } from './answering/help.ts'
import { noTable } from './answering/no-table.ts'
import { notCovered } from './answering/not-covered.ts'
import { overview } from './answering/overview.ts'
import { answerText } from './answering/text.ts'
import { answerThread } from './answering/thread.ts'
import { topic, topicOf } from './answering/topic.ts'
import type { Answer } from './domain/answer.ts'
import type { EntryId } from './domain/entry.ts'
import type { Question } from './domain/question.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { subcommand } from './grammar.ts'
import { route } from './route.ts'
import { factsOf, verdictOn } from './verdict.ts'

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
  const said = subcommand(engine, question.text)
  // Wherever thanks stand, they ask for nothing; any other short text in a thread speaks of the thread.
  if (said?.kind === 'courtesy') return { answer: help(engine, true), confidence: 1 }
  const command = inThread ? null : said
  if (command?.kind === 'help') return { answer: help(engine), confidence: 1 }
  if (command?.kind === 'overview') {
    const shown = overview(command.of)
    const { other } = command
    return { answer: other ? withElsewhere(shown, overview(other)) : shown, confidence: 1 }
  }
  if (command?.kind === 'table') {
    const { table, other } = command
    const shown = topicOf(table.of, table.id)!
    const elsewhere = other && topicOf(other.of, other.id)
    return { answer: elsewhere ? withElsewhere(shown, elsewhere) : shown, confidence: 1 }
  }
  if (command?.kind === 'topic') return { answer: topic(command.of, command.entry, []), confidence: 1 }
  if (command?.kind === 'meant') {
    const { of, typed } = command.meant
    const refused = notCovered(engine, null, null)
    return { answer: { ...refused, meant: { typed, comparison: of.comparison } }, confidence: 1 }
  }
  if (command?.kind === 'no-table') return { answer: noTable(engine, command.asked), confidence: 1 }
  const found = route(engine, question)
  if (!found) return { answer: notCovered(engine, null, null), confidence: 0 }
  const answerIn = inThread ? answerThread : answerText
  const answered = answerIn(engine, question, found.best)
  if (!found.close || refuses(answered.answer)) return answered
  const other = answerIn(engine, question, found.close).answer
  return {
    answer: withElsewhere(answered.answer, other),
    get confidence() {
      return answered.confidence
    },
  }
}

/** Answers with one entry, for buttons and lists; null when there is no such entry. */
export function answerEntry(engine: Engine, slug: string, id: EntryId): Answer | null {
  const of = comparisonOf(engine, slug)
  return id === 'overview' ? overview(of) : topicOf(of, id)
}

function comparisonOf(engine: Engine, slug: string | undefined): PreparedComparison {
  const found = slug === undefined ? engine.comparisons[engine.broadest] : engine.bySlug.get(slug)
  if (!found) throw new RangeError(`No comparison ${slug ?? ''} in this knowledge.`)
  return found
}
