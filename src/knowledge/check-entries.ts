import { citationParts } from '../core/domain/citation-parts.ts'
import type { Position } from '../core/domain/entry.ts'
import type { Draft, EntryItem } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt, type Path } from './knowledge-file.ts'
import { factRemedy, type Known } from './known.ts'

const winnersWithoutOption = ['both', 'neither', 'mixed', 'none']

type Report = (path: Path, problem: string, remedy: string) => void

/** What entries refer to exists; each guide speaks once; differences are said; table rows fit their columns. */
export function checkEntries(draft: Draft, known: Known, issues: KnowledgeIssue[]): void {
  for (const item of draft.entries) {
    const report: Report = (path, problem, remedy) =>
      issues.push(issueAt(item.file, [...item.path, ...path], problem, remedy))
    checkSee(item, draft, report)
    checkCriteria(item, draft, report)
    checkFacts(item, known, report)
    if ('positions' in item.value) checkPositions(item.value.positions, draft, known, report)
    checkDifference(item, known, report)
    checkRows(item, report)
  }
}

function checkSee({ value }: EntryItem, draft: Draft, report: Report): void {
  for (const [place, id] of value.see.entries()) {
    if (id === value.entry) report(['see', place], 'is the entry itself', 'Remove it.')
    else if (!draft.hasEntry(id)) {
      report(['see', place], `"${id}" is no entry`, 'Use a full id, such as faq/what-is-it.')
    }
  }
}

function checkCriteria({ value }: EntryItem, draft: Draft, report: Report): void {
  if (!('criteria' in value)) return
  for (const [place, id] of value.criteria.entries()) {
    if (!draft.hasEntry(`criterion/${id}`)) {
      report(['criteria', place], `"${id}" is no criterion`, 'Use an id of criteria.yml.')
    }
  }
}

function checkFacts({ value }: EntryItem, known: Known, report: Report): void {
  if (value.kind !== 'criterion' && value.kind !== 'scenario') return
  for (const [place, id] of value.facts.entries()) {
    if (known.facts?.has(id) === false) report(['facts', place], `"${id}" is no fact`, factRemedy(id, known))
  }
  if (value.kind !== 'scenario' || !known.options) return
  if (!known.options.has(value.pick) && value.pick !== 'both' && value.pick !== 'either') {
    report(['pick'], `"${value.pick}" is no pick`, `Use ${[...known.options].join(', ')}, both or either.`)
  }
}

function checkPositions(positions: readonly Position[], draft: Draft, known: Known, report: Report): void {
  const spoken = new Set<string>()
  for (const [index, { guide, winner, at, says }] of positions.entries()) {
    const path = (...rest: Path): Path => ['positions', index, ...rest]
    if (!known.sources.has(guide) && !draft.hasSource(guide)) {
      report(path('guide'), `"${guide}" is no source`, 'Add it to sources.yml or correct the id.')
    }
    if (spoken.has(guide)) report(path('guide'), `${guide} speaks twice`, 'Put what it says in one position.')
    spoken.add(guide)
    for (const [place, citation] of at.entries()) {
      if (citationParts(citation).source !== guide) {
        report(path('at', place), `"${citation}" is not of ${guide}`, `Cite ${guide} alone here.`)
      }
    }
    if (!known.options) continue
    if (!known.options.has(winner) && !winnersWithoutOption.includes(winner)) {
      const words = [...known.options, ...winnersWithoutOption].join(', ')
      report(path('winner'), `"${winner}" is no winner`, `Use one of ${words}.`)
    }
    for (const option of Object.keys(says)) {
      if (!known.options.has(option)) {
        report(path('says', option), 'is no option', `Use one of ${[...known.options].join(', ')}.`)
      }
    }
  }
}

function checkDifference({ value }: EntryItem, known: Known, report: Report): void {
  if (value.kind !== 'criterion' || value.differ || !known.options) return
  const winners = new Set(value.positions.map(({ winner }) => winner).filter((id) => known.options?.has(id)))
  if (winners.size > 1) {
    report(
      ['positions'],
      'name different winners, and differ is missing',
      'Add differ: say who differs and why.',
    )
  }
}

function checkRows({ value }: EntryItem, report: Report): void {
  if (value.kind !== 'table') return
  for (const [index, { cells }] of value.rows.entries()) {
    if (cells.length !== value.columns.length) {
      const problem = `has ${cells.length} cells under ${value.columns.length} columns`
      report(['rows', index, 'cells'], problem, 'Give each column one cell.')
    }
  }
}
