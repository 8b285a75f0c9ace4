import type { Answer, Elsewhere } from '../domain/answer.ts'

/** An answer with the other comparison that the question may have meant, where that answers it directly. */
export function withElsewhere(answer: Answer, other: Answer): Answer {
  const elsewhere = elsewhereOf(other)
  if (!elsewhere) return answer
  switch (answer.kind) {
    case 'verdict':
    case 'comparison':
    case 'faq':
    case 'table':
    case 'ambiguous':
      return { ...answer, elsewhere }
    default:
      return answer
  }
}

function elsewhereOf(other: Answer): Elsewhere | null {
  switch (other.kind) {
    case 'verdict':
      return { comparison: other.comparison, facts: other.facts }
    case 'faq':
    case 'table':
      return { comparison: other.comparison, entry: other.entry.entry }
    case 'comparison':
      return { comparison: other.comparison }
    default:
      return null
  }
}
