import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { knowledgeFolder } from '../whole-path/real-knowledge.ts'

// People ask either way round ("is A faster than B", "is B slower than A") and find the same entry. So line one says
// of whom it speaks, answers no question with yes or no, and does not begin in the middle of a sentence.
const BEGINS_AS_A_REPLY =
  /^(?:yes|no|not|never|mostly|usually|often|rarely|hardly|sometimes|always|it|they)\b|^(?:faster|slower|better|worse|easier|cheaper) (?!\p{L}*:)/iu
const REPLIES_LATER = /[:;] (?:usually |mostly |generally )?(?:yes|no)[.,;]/i

/** What a line one does that holds for one direction of its question alone. */
function repliesToOneDirection(line: string): boolean {
  return BEGINS_AS_A_REPLY.test(line) || REPLIES_LATER.test(line)
}

describe('line one of every entry', () => {
  it.each(loadKnowledge(knowledgeFolder).comparisons)(
    '$slug: holds whichever way round people ask',
    ({ entries }) => {
      const found = entries.filter(({ answer }) => repliesToOneDirection(answer))
      expect(found.map(({ entry, answer }) => `${entry}: ${answer}`)).toEqual([])
    },
  )

  it.each([
    ['I/O-bound work: usually yes. Heavy computing: usually no.', true],
    ['Mostly yes, say the sources.', true],
    ['Faster where it saves round trips.', true],
    ['Often below a millisecond, says its FAQ.', true],
    ['It can, with care.', true],
    ['Heavy computing: usually the first of the two.', false],
    ['Faster: mostly the first, sources say.', false],
    ['Hiring: no source here counts applicants.', false],
    ['Notifications: the first is the better fit.', false],
  ])('tells a reply from a statement: %s', (line, reply) => {
    expect(repliesToOneDirection(line)).toBe(reply)
  })
})
