import type { Draft, Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'
import { factRemedy, type Known } from './known.ts'

/** A name in the files and what it stands for there. */
interface Use {
  name: string
  /** Equal for uses that mean the same. */
  means: string
  item: Item<unknown>
  path: Path
}

/**
 * A name means one thing: an option, a foreign technology, a tool or a replacement. One that means two must be
 * declared ambiguous with the context words that settle it. Also: tools' options and facts exist.
 */
export function checkNames(draft: Draft, known: Known, issues: KnowledgeIssue[]): void {
  const declared = new Set(draft.vocabulary?.value.ambiguous.map(({ word }) => word.toLowerCase()))
  const first = new Map<string, Use>()
  for (const use of usesIn(draft)) {
    const key = use.name.toLowerCase()
    const other = first.get(key)
    if (!other) {
      first.set(key, use)
      continue
    }
    if (other.means === use.means && other.item === use.item && sameList(other.path, use.path)) {
      issues.push(issueAt(use.item.file, use.path, `"${use.name}" stands here twice`, 'Remove one.'))
    } else if (other.means !== use.means && !declared.has(key)) {
      const where = `${other.item.file.name}:${other.item.file.lineOf(other.path)}`
      const problem = `"${use.name}" means ${use.means}, and ${other.means} in ${where}`
      issues.push(issueAt(use.item.file, use.path, problem, 'Remove one, or declare it under ambiguous.'))
    }
  }
  checkTools(draft, known, issues)
}

function usesIn({ head, vocabulary }: Draft): Use[] {
  const uses: Use[] = []
  if (head) {
    for (const [index, { id, aliases, frameworks }] of head.value.options.entries()) {
      for (const [list, names] of Object.entries({ aliases, frameworks })) {
        for (const [place, name] of names.entries()) {
          uses.push({ name, means: `option ${id}`, item: head, path: ['options', index, list, place] })
        }
      }
    }
  }
  if (vocabulary) {
    const { aliases, foreign, tools } = vocabulary.value
    for (const [place, name] of foreign.entries()) {
      uses.push({ name, means: 'something foreign', item: vocabulary, path: ['foreign', place] })
    }
    for (const [index, { names, option }] of tools.entries()) {
      const means = option === undefined ? `tool ${names[0]}` : `option ${option}`
      for (const [place, name] of names.entries()) {
        uses.push({ name, means, item: vocabulary, path: ['tools', index, 'names', place] })
      }
    }
    for (const [name, meanings] of Object.entries(aliases)) {
      uses.push({ name, means: meanings.join(', '), item: vocabulary, path: ['aliases', name] })
    }
  }
  return uses
}

function sameList(a: Path, b: Path): boolean {
  return a.slice(0, -1).join() === b.slice(0, -1).join()
}

function checkTools({ vocabulary }: Draft, known: Known, issues: KnowledgeIssue[]): void {
  for (const [index, { option, facts }] of vocabulary?.value.tools.entries() ?? []) {
    const report = (path: Path, problem: string, remedy: string) => {
      if (vocabulary) issues.push(issueAt(vocabulary.file, ['tools', index, ...path], problem, remedy))
    }
    if (option !== undefined && known.options?.has(option) === false) {
      report(['option'], `"${option}" is no option`, `Use one of ${[...known.options].join(', ')}.`)
    }
    for (const [place, id] of facts.entries()) {
      if (known.facts?.has(id) === false)
        report(['facts', place], `"${id}" is no fact`, factRemedy(id, known))
    }
  }
}
