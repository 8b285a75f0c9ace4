import { type Comparison, Vocabulary } from '../core/domain/comparison.ts'
import type { OwnFacts } from '../core/domain/fact.ts'
import type { Draft } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { withWordings } from './wordings.ts'

/** A comparison of what was read; undefined where a file that it needs is broken, which `issues` says then. */
export function assembled(
  draft: Draft,
  ownFacts: OwnFacts | undefined,
  issues: KnowledgeIssue[],
): Comparison | undefined {
  const entries = withWordings(draft, issues)
  const { slug, head, rules, ruleList, sources, vocabulary, houses } = draft
  if (!head || !rules) return undefined
  return {
    slug,
    ...head.value,
    sources: sources.map(({ value }) => value),
    entries,
    rules: { ...rules.value, rules: ruleList.map(({ value }) => value) },
    vocabulary: vocabulary?.value ?? Vocabulary.parse({}),
    ...(ownFacts ? { ownFacts } : {}),
    ...(houses.length > 0 ? { houses } : {}),
  }
}
