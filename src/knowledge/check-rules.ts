import type { Draft } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'
import { factRemedy, type Known } from './known.ts'

/** Rules rest on facts that may pull and give parts and options that exist. */
export function checkRules(draft: Draft, known: Known, issues: KnowledgeIssue[]): void {
  if (!draft.rules) return
  const { value, file } = draft.rules
  const ids = new Set<string>()
  for (const [index, rule] of value.rules.entries()) {
    const report = (path: Path, problem: string, remedy: string) =>
      issues.push(issueAt(file, ['rules', index, ...path], problem, remedy))
    if (ids.has(rule.id)) report(['id'], 'is an id that stands here already', 'Give each its own id.')
    ids.add(rule.id)
    if (known.options?.has(rule.option) === false) {
      report(['option'], `"${rule.option}" is no option`, `Use one of ${[...known.options].join(', ')}.`)
    }
    if (rule.part !== undefined && known.parts?.has(rule.part) === false) {
      report(['part'], `"${rule.part}" is no part`, `Use one of ${[...known.parts].join(', ')}.`)
    }
    for (const field of ['when', 'unless'] as const) {
      for (const [place, id] of rule[field].entries()) {
        if (known.facts?.has(id) === false) {
          report([field, place], `"${id}" is no fact`, factRemedy(id, known))
        } else if (field === 'when' && known.pulling?.has(id) === false) {
          report(
            [field, place],
            `"${id}" pulls nothing`,
            'A rule needs a fact with pulls: true in facts.yml.',
          )
        }
      }
    }
  }
}
