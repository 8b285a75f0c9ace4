import type { Knowledge } from '../../core/domain/knowledge.ts'
import { prepare } from '../../core/engine.ts'
import { checkCards } from './check-cards.ts'
import { checkCoverage } from './check-coverage.ts'
import { checkCues } from './check-cues.ts'
import { checkFacts } from './check-facts.ts'
import { checkHouseRules, withoutHouse } from './check-house.ts'
import { checkPicks } from './check-picks.ts'
import { checkRecall } from './check-recall.ts'
import { checkRules } from './check-rules.ts'
import { checkSources } from './check-sources.ts'
import { checkTiers } from './check-tiers.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import { checkWordings } from './check-wordings.ts'
import type { Finding } from './finding.ts'

/**
 * The checks that are too slow for every start: rules that never decide, picks that the rules do not give, cards
 * over their budget, entries that are hard to find or silent, sources, facts and words that do nothing, reviews that
 * are due on the day `asOf`. With `only` the
 * comparison of that slug alone is looked at.
 */
export function checkKnowledge(
  knowledge: Knowledge,
  asOf: string,
  only?: string,
): { findings: Finding[]; notes: string[] } {
  const engine = prepare(knowledge)
  const notes: string[] = []
  const looked = engine.comparisons.filter(({ comparison }) => only === undefined || comparison.slug === only)
  const findings = looked.flatMap((prepared): Finding[] => {
    const recall = checkRecall(knowledge, prepared.comparison)
    const won = checkWordings(prepared)
    notes.push(recall.note, won.note)
    return [
      // Rules that the house outranks are sound all the same.
      ...checkRules(withoutHouse(prepared.comparison), prepared.catalogue),
      ...checkHouseRules(prepared.comparison, prepared.catalogue),
      ...checkPicks(prepared.comparison, prepared.catalogue),
      ...checkCards(engine, prepared.comparison, asOf),
      ...checkCoverage(prepared.comparison, asOf),
      ...checkSources(prepared.comparison, asOf),
      ...checkFacts(prepared.comparison),
      ...checkTiers(prepared.comparison),
      ...checkCues(prepared.comparison, knowledge.comparisons),
      ...checkVocabulary(prepared.comparison, knowledge.language),
      ...won.findings,
      ...recall.findings,
    ]
  })
  return { findings, notes }
}
