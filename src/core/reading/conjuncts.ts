import { isOfOption } from '../domain/fact-kind.ts'
import { endsSentence } from './features.ts'
import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

const AND = new Set(['and', '&', '+', 'plus'])
/** Words of a clause that only adds a thing to the one before. */
const LONGEST = 4
/** With one of these a clause speaks of somebody else than the one before, or of another time. */
const AFRESH = new Set([
  ...['we', 'i', 'us', 'our', 'ours', 'my', 'me', "we're", "we've", "i'm", "i've", 'you', 'your'],
  ...['now', 'today', 'currently', 'nowadays'],
])

/**
 * "The team next door does live maps and machine learning": a need that only goes on with a clause is another team's, or
 * past, where that is. "They knew A and now know B" says something new of B.
 */
export function correctConjuncts(parsed: Parsed, statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    const { clause, value, reason } = statement
    if (value !== 'yes' || reason || isOfOption(statement.id) || !goesOn(parsed, clause)) return statement
    const before = statements.filter((other) => other.clause === clause - 1)
    const first = before.reduce<Statement | undefined>(
      (best, other) => (best && best.probability >= other.probability ? best : other),
      undefined,
    )
    return first?.reason === 'other-team' || first?.reason === 'past'
      ? { ...statement, value: first.value, reason: first.reason }
      : statement
  })
}

function goesOn(parsed: Parsed, k: number): boolean {
  const { tokens, clauses } = parsed
  const { first, last } = clauses[k]!
  if (k === 0 || endsSentence(parsed, k - 1) || !AND.has(tokens[first]!.word)) return false
  return last - first <= LONGEST && !tokens.slice(first, last).some(({ word }) => AFRESH.has(word))
}
