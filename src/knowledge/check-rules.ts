import { citationParts } from '../core/domain/citation-parts.ts'
import { isOfHouse } from '../core/domain/house.ts'
import type { Rule } from '../core/domain/rule.ts'
import type { Draft } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'
import { factRemedy, type Known } from './known.ts'

/** Rules rest on facts that may pull and give parts and options that exist. */
export function checkRules(draft: Draft, known: Known, issues: KnowledgeIssue[]): void {
  const ids = new Set<string>()
  for (const { value: rule, file, path: at } of draft.ruleList) {
    const report = (path: Path, problem: string, remedy: string) =>
      issues.push(issueAt(file, [...at, ...path], problem, remedy))
    if (ids.has(rule.id)) report(['id'], 'is an id that stands here already', 'Give each its own id.')
    ids.add(rule.id)
    if (draft.sources.length > 0) checkBacking(rule, draft, report)
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

type Report = (path: Path, problem: string, remedy: string) => void

/** A rule of the house rests on a document of the house, any other on something beside it. */
function checkBacking({ tier, cites }: Rule, draft: Draft, report: Report): void {
  if (tier === 'must' && (draft.houses.length === 0 || cites.length === 0)) {
    const remedy =
      'Put it into a folder with a house.yml that names its owner and sources, or use A, B, C or D.'
    report(['tier'], 'is of a house, and this folder has no house.yml', remedy)
    return
  }
  const ours = cites.filter((cite) => isOfHouse(citationParts(cite).source))
  if (tier === 'must' && ours.length === 0 && cites.length > 0) {
    const remedy = 'Cite one of the sources of house.yml, or leave cites out.'
    report(['cites'], 'name no document of the house', remedy)
  }
  if (tier !== 'must' && ours.length === cites.length) {
    const remedy = 'Cite a guide or a public page, or make it a rule of the house: tier: must.'
    report(['cites'], 'name documents of the house alone', remedy)
  }
}
