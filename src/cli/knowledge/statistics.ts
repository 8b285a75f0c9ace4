import type { Comparison } from '../../core/domain/comparison.ts'
import { TopicKind } from '../../core/domain/entry.ts'
import type { Content } from '../../knowledge/load-knowledge.ts'

/** What is in a folder of knowledge, in lines for a person. */
export function statistics({ version, catalogue, terms, classes, comparisons }: Content): string[] {
  return [
    `version ${version}`,
    `${catalogue.facts.length} facts, ${catalogue.parts.length} parts, ${terms.length} terms, ${classes.length} words in classes`,
    ...comparisons.flatMap(comparisonLines),
  ]
}

function comparisonLines({ slug, sources, entries, rules, named }: Comparison): string[] {
  const guides = sources.filter(({ grade }) => grade === 'vendor-guide').length
  const kinds = TopicKind.options.map(
    (kind) => `${entries.filter((entry) => entry.kind === kind).length} ${kind}`,
  )
  const wordings = entries.map((entry) => entry.wordings.length).sort((a, b) => a - b)
  const total = wordings.reduce((sum, count) => sum + count, 0)
  const middle = wordings[Math.floor(wordings.length / 2)] ?? 0
  const claims = entries.reduce(
    (sum, { points, more, checks }) => sum + points.length + more.length + checks.length,
    0,
  )
  return [
    `${slug}: ${guides} guides and ${sources.length - guides} other sources, ${rules.rules.length} rules, ${named.length} named pairs`,
    `  ${entries.length} entries: ${kinds.join(', ')}`,
    `  ${claims} claims beside the answers`,
    `  ${total} wordings: ${wordings[0] ?? 0} at least, ${middle} in the middle, ${wordings.at(-1) ?? 0} at most`,
  ]
}
