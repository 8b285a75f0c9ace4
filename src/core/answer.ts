import type { Answered } from './answering/answered.ts'
import { help } from './answering/covered.ts'
import { noTable } from './answering/no-table.ts'
import { notCovered } from './answering/not-covered.ts'
import { overview } from './answering/overview.ts'
import { answerText } from './answering/text.ts'
import { answerThread } from './answering/thread.ts'
import { topicOf } from './answering/topic.ts'
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
  if (command?.kind === 'overview') return { answer: overview(command.of.comparison), confidence: 1 }
  if (command?.kind === 'table') return { answer: topicOf(command.of.comparison, command.id)!, confidence: 1 }
  if (command?.kind === 'no-table') return { answer: noTable(engine, command.asked), confidence: 1 }
  const routed = route(engine, question.text, question.comparison)
  if (!routed) return { answer: notCovered(engine, null, null), confidence: 0 }
  return inThread ? answerThread(engine, question, routed) : answerText(engine, question, routed)
}

/** Answers with one entry, for buttons and lists; null when there is no such entry. */
export function answerEntry(engine: Engine, slug: string, id: EntryId): Answer | null {
  const { comparison } = comparisonOf(engine, slug)
  if (id === 'overview') return overview(comparison)
  return topicOf(comparison, id)
}

function comparisonOf(engine: Engine, slug: string | undefined): PreparedComparison {
  const found =
    slug === undefined ? engine.comparisons[0] : engine.comparisons.find((of) => of.comparison.slug === slug)
  if (!found) throw new RangeError(`No comparison ${slug ?? ''} in this knowledge.`)
  return found
}
