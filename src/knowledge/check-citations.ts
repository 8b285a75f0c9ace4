import { citationParts } from '../core/domain/citation-parts.ts'
import type { Draft, Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'

const citing = new Set(['cites', 'at'])

/** Every citation names a known source, with lines where the source is a stored guide, else with a section. */
export function checkCitations(draft: Draft, issues: KnowledgeIssue[]): void {
  const stored = new Map(draft.sources.map(({ value }) => [value.id, value.file !== undefined]))
  for (const { value, file, path } of [draft.head, draft.rules, ...ownRules(draft), ...draft.entries].filter(
    (item) => item !== undefined,
  )) {
    for (const [at, citation] of citationsIn(value)) {
      const fault = faultOf(citation, stored, draft)
      if (fault) issues.push(issueAt(file, [...path, ...at], ...fault))
    }
  }
}

/** Rules that stand in another file than the standing ones. */
function ownRules({ rules, ruleList }: Draft): Item<unknown>[] {
  return ruleList.filter(({ file }) => file !== rules?.file)
}

/** Citations anywhere inside a value, with their paths. */
export function citationsIn(value: unknown, path: Path = []): [Path, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]): [Path, string][] => {
    // Most values are texts: a path for each of them would cost more than the check.
    if (typeof inner !== 'object') return []
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (!citing.has(key) || !Array.isArray(inner)) return citationsIn(inner, at)
    return inner.flatMap((citation, index): [Path, string][] =>
      typeof citation === 'string' ? [[[...at, index], citation]] : [],
    )
  })
}

function faultOf(
  citation: string,
  stored: ReadonlyMap<string, boolean>,
  draft: Draft,
): [problem: string, remedy: string] | undefined {
  const { source, lines } = citationParts(citation)
  const isStored = stored.get(source)
  if (isStored === undefined) {
    if (draft.hasSource(source)) return undefined
    return [`"${citation}" cites an unknown source`, 'Add it to sources.yml or correct the id.']
  }
  if (isStored && !lines) {
    return [`"${citation}" gives no line of a stored guide`, `Write ${source}:LINE or ${source}:FROM-TO.`]
  }
  if (!isStored && lines) {
    return [`"${citation}" gives a line of a public page`, `Name the section: ${source}#section.`]
  }
  if (lines && (lines[0] < 1 || lines[1] < lines[0])) {
    return [`"${citation}" is no range of lines`, 'Lines count from 1, the smaller first.']
  }
  return undefined
}
