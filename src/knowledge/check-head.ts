import type { Draft } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'
import { factRemedy, type Known } from './known.ts'

/** What comparison.yml refers to exists: facts and picks of its cases, criteria, nearest entries. */
export function checkHead(draft: Draft, known: Known, issues: KnowledgeIssue[]): void {
  if (!draft.head) return
  const { value: head, file } = draft.head
  const report = (path: Path, problem: string, remedy: string) =>
    issues.push(issueAt(file, path, problem, remedy))

  const ids = new Set<string>()
  for (const [index, { id }] of head.options.entries()) {
    if (ids.has(id)) report(['options', index, 'id'], 'stands here already', 'Give each option its own id.')
    ids.add(id)
  }
  for (const [index, { facts, pick, instead }] of head.overview.cases.entries()) {
    const at = (...rest: Path): Path => ['overview', 'cases', index, ...rest]
    for (const [place, id] of facts.entries()) {
      if (known.facts?.has(id) === false) {
        report(at('facts', place), `"${id}" is no fact`, factRemedy(id, known))
      }
    }
    if (!ids.has(pick) && pick !== 'both' && pick !== 'either') {
      report(at('pick'), `"${pick}" is no pick`, `Use ${[...ids].join(', ')}, both or either.`)
    }
    if (instead !== undefined && pick !== 'either') {
      report(at('instead'), 'is never shown', 'It belongs to a case whose pick is either.')
    }
  }
  for (const [place, id] of head.overview.criteria.entries()) {
    if (!draft.hasEntry(`criterion/${id}`)) {
      report(['overview', 'criteria', place], `"${id}" is no criterion`, 'Use an id of criteria.yml.')
    }
  }
  for (const [index, { nearest }] of head.named.entries()) {
    if (!draft.hasEntry(nearest)) {
      report(
        ['named', index, 'nearest'],
        `"${nearest}" is no entry`,
        'Use a full id, such as faq/what-is-it.',
      )
    }
  }
}
