import type { Answered } from './answering/answered.ts'
import { refuses, withElsewhere } from './answering/elsewhere.ts'
import { help } from './answering/help.ts'
import { introduction } from './answering/introduction.ts'
import { noTable } from './answering/no-table.ts'
import { apartFrom, notCovered } from './answering/not-covered.ts'
import { overview } from './answering/overview.ts'
import { answerText } from './answering/text.ts'
import { answerThread } from './answering/thread.ts'
import { topic, topicOf } from './answering/topic.ts'
import type { Answer } from './domain/answer.ts'
import type { EntryId } from './domain/entry.ts'
import { alone, type Question } from './domain/question.ts'
import type { Engine, PreparedComparison } from './engine.ts'
import { type Subcommand, subcommand } from './grammar.ts'
import { route } from './route.ts'
import type { Routed } from './routing/routed.ts'
import { spelledOut } from './routing/spelled-out.ts'
import { factsOf, verdictOn } from './verdict.ts'

/** Answers a question. Pure: the same knowledge and question give the same answer. */
export function answer(engine: Engine, question: Question): Answer {
  return answerWithConfidence(engine, question).answer
}

/** Answers a question and tells how much it seemed to be in scope. */
export function answerWithConfidence(engine: Engine, asked: Question): Answered {
  const inThread = (asked.thread?.length ?? 0) > 0
  if (asked.given) {
    const of = comparisonOf(engine, asked.comparison)
    return { answer: verdictOn(engine, of, asked, factsOf(engine, of, asked)), confidence: 1 }
  }
  const text = spelledOut(engine, asked.text)
  const question = text === asked.text ? asked : { ...asked, text }
  const said = subcommand(engine, asked.text) ?? (question === asked ? null : subcommand(engine, text))
  const commanded = said && (!inThread || isMeantAnywhere(said)) ? commandAnswer(engine, said) : null
  if (commanded) return { answer: commanded, confidence: said?.kind === 'apart' ? APART : 1 }
  const found = route(engine, question)
  if (!found) return { answer: notCovered(engine, null, null), confidence: 0 }
  // Names alone, in a discussion, set before the bot what it is about.
  const namesAlone = said?.kind === 'overview'
  const answerIn = (routed: Routed) =>
    inThread ? answerThread(engine, question, routed, namesAlone) : answerText(engine, question, routed)
  const answered = answerIn(found.best)
  if (inThread && refuses(answered.answer) && (said || found.best.named > 0))
    return answerAlone(engine, question) ?? answered
  if (!found.close || refuses(answered.answer)) return answered
  const other = answerIn(found.close).answer
  return {
    answer: withElsewhere(answered.answer, other),
    get confidence() {
      return answered.confidence
    },
  }
}

/** Names of which no comparison covers two are half in scope. */
const APART = 0.3

/** True for a command that speaks of no thread: any other short text in one asks for what was said there. */
function isMeantAnywhere(said: Subcommand): boolean {
  return MEANT_ANYWHERE.has(said.kind) || ('asked' in said && said.asked === true)
}

const MEANT_ANYWHERE: ReadonlySet<Subcommand['kind']> = new Set(['help', 'courtesy', 'table'])

function commandAnswer(engine: Engine, said: Subcommand): Answer {
  switch (said.kind) {
    case 'courtesy':
      return help(engine, true)
    case 'help':
    case 'greeting':
      return help(engine)
    case 'overview': {
      const { of, other, unweighed } = said
      return beside({ ...overview(of), ...(unweighed ? { unweighed } : {}) }, other && overview(other))
    }
    case 'introduction':
      return beside(introduction(said.of), said.other && introduction(said.other))
    case 'apart':
      return apartFrom(engine, said.apart)
    case 'table':
      return beside(
        topicOf(said.table.of, said.table.id)!,
        said.other && topicOf(said.other.of, said.other.id),
      )
    case 'topic':
      return topic(said.of, said.entry, [])
    case 'meant': {
      const { of, typed } = said.meant
      return { ...notCovered(engine, null, null), meant: { typed, comparison: of.comparison } }
    }
    case 'no-table':
      return noTable(engine, said.asked)
  }
}

function beside(shown: Answer, other: Answer | null | undefined): Answer {
  return other ? withElsewhere(shown, other) : shown
}

/** What a message that names options gets where the discussion before it gives nothing to weigh: what it gets alone. */
function answerAlone(engine: Engine, question: Question): Answered | null {
  const answered = answerWithConfidence(engine, alone(question))
  return refuses(answered.answer) || answered.answer.kind === 'ambiguous' ? null : answered
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
