import { decisionOn } from '../../core/decision/house.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { Catalogue } from '../../core/domain/fact.ts'
import type { Rule } from '../../core/domain/rule.ts'
import type { HouseFolder } from '../../knowledge/read-house.ts'
import type { OverlayChange } from '../../knowledge/read-overlay.ts'
import type { Finding } from './finding.ts'

/** The comparison as its guides alone would have it. */
export function withoutHouse(comparison: Comparison): Comparison {
  const ofGuides = comparison.rules.rules.filter(({ tier }) => tier !== 'must')
  return withRules(comparison, ofGuides)
}

/**
 * Rules of the house that never fire, and those that contradict each other: an error where one cannot hold without the
 * other, a warning where their facts can meet.
 */
export function checkHouseRules(comparison: Comparison, catalogue: Catalogue): Finding[] {
  const musts = comparison.rules.rules.filter(({ tier }) => tier === 'must')
  const idle = musts.filter((rule) => {
    const { decided } = decisionOn(withRules(comparison, [rule]), catalogue, rule.when)
    return decided.every((outcome) => outcome.rule !== rule.id)
  })
  return [
    ...idle.map(({ id, when }): Finding => {
      const where = `${comparison.slug} rule ${id}`
      const problem = `can never fire: ${when.join(' and ')} do not hold together, or one of them is under unless`
      return { level: 'error', where, problem, remedy: 'Take a fact away.' }
    }),
    ...contradictions(comparison, catalogue, musts),
  ]
}

function withRules(comparison: Comparison, rules: Rule[]): Comparison {
  return { ...comparison, rules: { ...comparison.rules, rules } }
}

function contradictions(comparison: Comparison, catalogue: Catalogue, musts: readonly Rule[]): Finding[] {
  return musts.flatMap((rule, place) =>
    musts.slice(0, place).flatMap((other): Finding[] => {
      const facts = [...new Set([...other.when, ...rule.when])]
      const { pick, readings, decided } = decisionOn(withRules(comparison, [other, rule]), catalogue, facts)
      if (pick !== null || readings.length > 0 || decided.length < 2) return []
      const always = within(other, rule) || within(rule, other)
      const where =
        facts.length > 0 ? `where ${facts.join(' and ')} ${facts.length > 1 ? 'hold' : 'holds'}` : 'always'
      return [
        {
          level: always ? 'error' : 'warning',
          where: `${comparison.slug} rule ${rule.id}`,
          problem: `contradicts ${other.id} ${where}: ${rule.option} and ${other.option}`,
          remedy:
            'Give one of them another part, or write under unless where it yields; no card picks by force.',
        },
      ]
    }),
  )
}

/** Whenever the one holds the other does. */
function within(other: Rule, rule: Rule): boolean {
  return other.when.every((id) => rule.when.includes(id))
}

/** What overlays change, in lines for a person. */
export function changeLines(changes: readonly OverlayChange[]): string[] {
  return changes.map(({ slug, what, file, original }) => {
    if (original === undefined) return `${file}: adds ${what} to ${slug}`
    return `${file}: overrides ${what} of ${slug} (original ${original})`
  })
}

/** Overrides that house.yml records whose original is another by now, or is gone. */
export function checkOverrides(houses: readonly HouseFolder[], changes: readonly OverlayChange[]): Finding[] {
  return houses.flatMap(({ house }) => {
    if (!house) return []
    return Object.entries(house.value.overrides).flatMap(([name, before]): Finding[] => {
      const change = changes.find(({ slug, what }) => `${slug} ${what}` === name)
      if (change?.original === before) return []
      const at = { file: house.file.name, line: house.file.lineOf(['overrides', name]) }
      const finding = (problem: string, remedy: string): Finding => ({
        level: 'warning',
        where: name,
        at,
        problem,
        remedy,
      })
      if (!change) return [finding('is recorded, and no overlay has it', 'Correct it, or take it out.')]
      if (change.original === undefined) {
        const remedy = 'What stands in the overlay is an addition now: keep it, or take it out.'
        return [finding('is recorded, and its original is gone', remedy)]
      }
      const remedy = `Read it again, then record ${change.original}.`
      return [finding('is recorded, and its original has changed', remedy)]
    })
  })
}
