import { pickOf } from '../../src/cli/ask/pick.ts'
import { answerWithConfidence } from '../../src/core/answer.ts'
import type { Answered } from '../../src/core/answering/answered.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import { citationParts } from '../../src/core/domain/citation-parts.ts'
import type { Entry } from '../../src/core/domain/entry.ts'
import type { Pick } from '../../src/core/domain/pick.ts'
import type { Question } from '../../src/core/domain/question.ts'
import type { Engine } from '../../src/core/engine.ts'
import { route } from '../../src/core/route.ts'
import type { Item } from './sets.ts'

/** The day that all evaluation questions are asked on. */
export const AS_OF = '2026-11-21'

/** One item with what the product made of it. */
export interface Scored {
  item: Item
  answered: Answered
  /** The pick of the card's first line; undefined where it recommends nothing. */
  pick: Pick | undefined
  /** For general questions: place of the first entry that answers it, 1 first; undefined beyond ten. */
  rank?: number
}

export function questionOf(item: Item): Question {
  if (item.kind !== 'thread') return { text: item.text, asOf: AS_OF }
  const last = item.messages.at(-1)!
  return {
    text: last.text.replace(/@stack\b:?/i, '').trim(),
    asOf: AS_OF,
    thread: item.messages
      .slice(0, -1)
      .map((message) => ({ text: message.text, author: message.author, authorId: message.author })),
  }
}

export function score(engine: Engine, item: Item): Scored {
  const question = questionOf(item)
  const answered = answerWithConfidence(engine, question)
  const scored: Scored = {
    item,
    answered,
    pick: isDirect(answered.answer) ? pickOf(answered.answer) : undefined,
  }
  if (item.kind === 'general') {
    const routed = route(engine, question)?.best
    const place =
      routed?.match.ranked.findIndex(({ entry }) =>
        answers(routed.of.comparison, routed.of.comparison.entries[entry]!, item),
      ) ?? -1
    if (place >= 0) scored.rank = place + 1
  }
  return scored
}

/** True when the answer is given at once rather than offered or refused. */
export function isDirect(answer: Answer): boolean {
  return (
    answer.kind === 'verdict' ||
    answer.kind === 'faq' ||
    answer.kind === 'table' ||
    answer.kind === 'comparison'
  )
}

/** True when an entry of a comparison is what a general question asks for: it cites a labelled line, or is labelled. */
export function answers(
  { slug }: { slug: string },
  entry: Entry,
  { comparison, lines, entries }: Extract<Item, { kind: 'general' }>,
): boolean {
  return slug === comparison && (cites(entry, lines) || entries.includes(entry.entry))
}

const lineSets = new WeakMap<Entry, Set<string>>()

/** True when an entry cites one of the lines, anywhere in its texts. */
function cites(entry: Entry, lines: readonly string[]): boolean {
  let cited = lineSets.get(entry)
  if (!cited) {
    cited = new Set(citationsIn(entry).flatMap(expand))
    lineSets.set(entry, cited)
  }
  return lines.some((line) => cited.has(line))
}

function citationsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'cites' || key === 'at' ? (child as string[]) : citationsIn(child),
  )
}

function expand(citation: string): string[] {
  const { source, lines } = citationParts(citation)
  if (!lines) return []
  return Array.from({ length: lines[1] - lines[0] + 1 }, (_, i) => `${source}:${lines[0] + i}`)
}
