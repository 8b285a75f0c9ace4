import type { Comparison } from '../../core/domain/comparison.ts'
import type { Entry } from '../../core/domain/entry.ts'
import type { Finding } from './finding.ts'

/** Entries nobody can find, criteria that say nothing of an option, and a review that is due. */
export function checkCoverage(comparison: Comparison, asOf: string): Finding[] {
  const { slug, owner, reviewBy, entries } = comparison
  const found: Finding[] = []
  if (reviewBy < asOf) {
    found.push({
      level: 'warning',
      where: slug,
      problem: `was to be reviewed by ${reviewBy} by ${owner}`,
      remedy: 'Read the sources again, then move reviewBy.',
    })
  }
  for (const entry of entries) {
    if (entry.wordings.length === 0) {
      found.push({
        level: 'error',
        where: `${slug} ${entry.entry}`,
        problem: 'has no wordings, so only its title finds it',
        remedy: 'Add at least six ways to ask for it.',
      })
    }
    for (const name of silentOptions(comparison, entry)) {
      found.push({
        level: 'warning',
        where: `${slug} ${entry.entry}`,
        problem: `no guide's words on ${name} are given`,
        remedy: `Add says for ${name}, or leave it where the guides are silent.`,
      })
    }
  }
  return found
}

function silentOptions({ options }: Comparison, entry: Entry): string[] {
  if (entry.kind !== 'criterion') return []
  return options
    .filter(({ id }) => entry.positions.every(({ says }) => says[id] === undefined))
    .map(({ name }) => name)
}
