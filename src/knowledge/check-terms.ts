import type { FactTerms } from '../core/domain/fact.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import type { PairsFile } from './pairs.ts'

/**
 * The terms of a file as pairs. A term of an unknown fact is an issue: once for each fact and not line by line, for a
 * fact that is renamed breaks hundreds of them. Nothing is checked where `facts` are not known.
 */
export function checkedTerms(
  { name, pairs }: PairsFile,
  facts: ReadonlySet<string> | undefined,
  remedy: string,
  issues: KnowledgeIssue[],
): FactTerms {
  const unknown = new Set<string>()
  for (const { left, line } of pairs) {
    if (facts?.has(left) !== false || unknown.has(left)) continue
    unknown.add(left)
    issues.push({ file: name, line, path: left, problem: 'is no fact', remedy })
  }
  return pairs.map(({ left, right }) => [left, right] as const)
}
