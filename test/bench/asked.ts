import type { Comparison } from '../../src/core/domain/comparison.ts'
import type { Knowledge } from '../../src/core/domain/knowledge.ts'
import type { Message, Question } from '../../src/core/domain/question.ts'
import { readCorpus } from '../../src/train/corpus.ts'
import { questionOf } from '../eval/score.ts'
import { readSet } from '../eval/sets.ts'
import { seeded } from '../whole-path/seeded.ts'
import { knowledgeFolder } from './dist.ts'

const items = readSet('regression')

/** The questions of the half that may be read, and the titles of the frequent ones. */
export function questions(knowledge: Knowledge): Question[] {
  const titles = knowledge.comparisons.flatMap(({ entries }) =>
    entries.filter((entry) => entry.kind === 'faq').map((entry) => entry.title),
  )
  const asked = items.filter((item) => item.kind !== 'thread').map(questionOf)
  const asOf = asked[0]?.asOf ?? '2026-01-01'
  return [...asked, ...titles.map((text) => ({ text, asOf }))]
}

/** A text that begins so opens a form and is answered by no message. */
const OPENS_A_FORM = /^\s*decide\b/i

/** Of ten questions four are situations, two general and four out of scope, about as in the labelled set. */
const MIX = ['situations', 'general', 'outOfScope', 'situations', 'outOfScope'] as const

/**
 * Thousands of texts, hardly any of them twice, so that nothing is known of most. They are those that the reader was
 * trained on, which are read no faster than others.
 */
export function textsNeverSeen(): string[] {
  const corpus = readCorpus(knowledgeFolder)
  const most = Math.max(...MIX.map((kind) => corpus[kind].length))
  const taken = { situations: 0, general: 0, outOfScope: 0 }
  return Array.from({ length: most }, () => MIX)
    .flat()
    .map((kind) => corpus[kind][taken[kind]++ % corpus[kind].length]!)
    .filter((text) => !OPENS_A_FORM.test(text))
}

/** What a team types: half of it in words of its own, three tenths a topic as cards and lists name it, two tenths a plain command. */
const SHARES = { free: 0.5, topics: 0.3, commands: 0.2 } as const

/** Texts of the readable half by kind, as `MIX` names them: the half grows, more of one kind than of another. */
function freeTexts(): Record<(typeof MIX)[number], string[]> {
  const textsOf = (kind: 'situation' | 'general' | 'oos') =>
    items.flatMap((item) => (item.kind === kind && !OPENS_A_FORM.test(item.text) ? [item.text] : []))
  return { situations: textsOf('situation'), general: textsOf('general'), outOfScope: textsOf('oos') }
}

/** Draws a day of a team's commands: texts come again, as they do in a team, each time among others. */
export function dayOfATeam({ comparisons }: Knowledge): (count: number) => string[] {
  const free = freeTexts()
  const texts = {
    topics: comparisons.flatMap(({ entries }) => entries.map((entry) => entry.title)),
    commands: ['', 'help', 'list', ...comparisons.flatMap(plainCommands)],
  }
  const { pick, below } = seeded('a day of a team')
  return (count) => {
    const day = (['free', 'topics', 'commands'] as const).flatMap((kind) =>
      Array.from({ length: Math.round(SHARES[kind] * count) }, () =>
        pick(kind === 'free' ? free[pick(MIX)] : texts[kind]),
      ),
    )
    for (let i = day.length - 1; i > 0; i--) {
      const other = below(i + 1)
      ;[day[i], day[other]] = [day[other]!, day[i]!]
    }
    return day
  }
}

/** The names alone, the examples that the product gives, the tables. */
function plainCommands({ slug, options, examples, entries }: Comparison): string[] {
  const [left = '', right = ''] = options.map((option) => option.name)
  const tables = entries.flatMap((entry) => (entry.kind === 'table' ? [`table ${entry.id}`] : []))
  return [slug, `${left} or ${right}`, `${right} vs ${left}`, ...examples, ...tables]
}

/** The labelled discussions. */
export function threads(): Question[] {
  return items.filter((item) => item.kind === 'thread').map(questionOf)
}

/** A discussion of a length, made of the messages of the labelled ones in order. */
export function threadOf(length: number): Question {
  const all = threads()
  const messages = all.flatMap((each) => each.thread ?? [])
  const thread = Array.from({ length }, (_, i): Message => messages[i % messages.length]!)
  return { ...all[0]!, thread }
}
