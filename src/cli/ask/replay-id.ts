import type { Answer } from '../../core/domain/answer.ts'
import { replayOf } from '../../core/replay.ts'
import { pickOf } from './pick.ts'

/**
 * The replay id of an answer. Null for several topics, for what is not covered and for thanks: they rest on the words
 * of the question, which an id must not hold.
 */
export function replayIdOf(version: string, asOf: string, answer: Answer): string | null {
  switch (answer.kind) {
    case 'verdict':
      return answer.id
    case 'comparison':
      return replayOf(version, asOf, { kind: 'comparison', comparison: answer.comparison.slug })
    case 'faq':
    case 'table':
      return replayOf(version, asOf, {
        kind: 'entry',
        comparison: answer.comparison.slug,
        entry: answer.entry.entry,
        pick: pickOf(answer),
      })
    case 'help':
      return answer.courtesy ? null : replayOf(version, asOf, { kind: 'help' })
    case 'ambiguous':
    case 'not-covered':
      return null
  }
}
