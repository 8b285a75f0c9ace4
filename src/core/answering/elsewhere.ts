import type { Answer } from '../domain/answer.ts'

/** An answer with that of the other comparison that the question may have meant, where that answers it directly. */
export function withElsewhere(answer: Answer, other: Answer): Answer {
  if (answer.kind === 'not-covered' || answer.kind === 'help') return answer
  if (other.kind === 'not-covered' || other.kind === 'help' || other.kind === 'ambiguous') return answer
  return { ...answer, elsewhere: other }
}
