import { z } from 'zod'
import { pickOf } from '../../src/cli/ask/pick.ts'
import { answer } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import type { Engine } from '../../src/core/engine.ts'
import type { Count } from './measures.ts'
import { AS_OF, questionOf } from './score.ts'
import { type Half, readLines, readSet } from './sets.ts'

const Group = z.object({ id: z.string(), texts: z.array(z.string()).length(10) })
const Chatter = z.object({ text: z.string() })

/** Messages of chatter that a discussion is mixed with, and in how many ways. */
const MIXED_IN = 3
const MIXTURES = 3

export interface Steadiness {
  /** Rewordings of a question that are answered as most of its ten are. */
  rewordings: Count
  /** Discussions that keep their pick with unrelated chatter in them. */
  inChatter: Count
  /** General questions that are answered behind a discussion as they are alone. */
  behindDiscussions: Count
}

/** How little the answer depends on what it should not depend on. Deterministic: chatter goes where the counters say. */
export function steadiness(engine: Engine, half: Half): Steadiness {
  const rewordings = { part: 0, whole: 0 }
  for (const { texts } of readLines(`steadiness/${half}.jsonl`, Group)) {
    const counts = new Map<string, number>()
    for (const text of texts) {
      const given = outcome(answer(engine, { text, asOf: AS_OF }))
      counts.set(given, (counts.get(given) ?? 0) + 1)
    }
    rewordings.part += Math.max(...counts.values())
    rewordings.whole += texts.length
  }
  return {
    rewordings,
    inChatter: chattered(engine, half),
    behindDiscussions: behindDiscussions(engine, half),
  }
}

/** General questions that are answered with an entry, asked where a discussion asks for its verdict. */
export function behindDiscussions(engine: Engine, half: Half): Count {
  const items = readSet(half)
  const discussions = items.filter((item) => item.kind === 'thread').map(questionOf)
  const count = { part: 0, whole: 0 }
  for (const item of items) {
    if (item.kind !== 'general') continue
    const question = questionOf(item)
    const alone = answer(engine, question)
    if (alone.kind !== 'faq' && alone.kind !== 'table') continue
    const { thread = [] } = discussions[(count.whole * 7) % discussions.length]!
    count.whole++
    if (outcome(answer(engine, { ...question, thread })) === outcome(alone)) count.part++
  }
  return count
}

function chattered(engine: Engine, half: Half): Count {
  const chatter = readLines('steadiness/chatter.jsonl', Chatter)
  const count = { part: 0, whole: 0 }
  readSet(half).forEach((item, i) => {
    if (item.kind !== 'thread') return
    const question = questionOf(item)
    const plain = outcome(answer(engine, question))
    for (let n = 0; n < MIXTURES; n++) {
      const thread = [...(question.thread ?? [])]
      for (let m = 0; m < MIXED_IN; m++) {
        const { text } = chatter[(i * 7 + n * 13 + m * 29) % chatter.length]!
        // Between a question and its answer chatter would be the answer: it stands before the discussion or behind it.
        const at = (i + n + m) % 2 ? thread.length : 0
        thread.splice(at, 0, { text, author: 'zoltan', authorId: 'zoltan' })
      }
      count.whole++
      if (outcome(answer(engine, { ...question, thread })) === plain) count.part++
    }
  })
  return count
}

/** What an answer comes to: its pick, else the entry or the kind. */
function outcome(given: Answer): string {
  if (given.kind === 'verdict') return `pick ${pickOf(given)}`
  return given.kind === 'faq' || given.kind === 'table' ? given.entry.entry : given.kind
}
