import type { Answer, Help, NotCovered } from '../domain/answer.ts'

/** An answer with that of the other comparison that the question may have meant, where that answers it directly. */
export function withElsewhere(answer: Answer, other: Answer): Answer {
  if (refuses(answer) || refuses(other) || other.kind === 'ambiguous') return answer
  return { ...answer, elsewhere: other }
}

/** True for what speaks of no comparison, so that none stands beside it. */
export function refuses(answer: Answer): answer is NotCovered | Help {
  return answer.kind === 'not-covered' || answer.kind === 'help'
}
