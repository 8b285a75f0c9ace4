import type { Engine } from '../../src/core/engine.ts'
import { route } from '../../src/core/route.ts'
import { type Count, isRight } from './measures.ts'
import { isDirect, questionOf, type Scored, score } from './score.ts'
import { type Half, readComparisonSets } from './sets.ts'

/** How the questions of one comparison's author fare while all comparisons are loaded. */
export interface Fared {
  /** In scope, and answered or refused by the comparison that they are about. */
  rightComparison: Count
  situationsRight: Count
  /** General questions whose first entry answers them. */
  entryHit: Count
  outOfScopeAnswered: Count
}

/** Asks the questions of each comparison without naming it, in the order of the slugs. */
export function comparisonScores(
  engine: Engine,
  half: Half,
): { slug: string; fared: Fared; scored: Scored[] }[] {
  return readComparisonSets(half).map(([slug, items]) => {
    const scored = items.map((item) => score(engine, item))
    return { slug, fared: faredIn(engine, scored), scored }
  })
}

/** The same over several comparisons. */
export function sumOf(all: readonly Fared[]): Fared {
  const sum = (name: keyof Fared): Count => ({
    part: all.reduce((total, fared) => total + fared[name].part, 0),
    whole: all.reduce((total, fared) => total + fared[name].whole, 0),
  })
  return {
    rightComparison: sum('rightComparison'),
    situationsRight: sum('situationsRight'),
    entryHit: sum('entryHit'),
    outOfScopeAnswered: sum('outOfScopeAnswered'),
  }
}

function faredIn(engine: Engine, scored: readonly Scored[]): Fared {
  const count = (kinds: readonly string[], is: (row: Scored) => boolean): Count => {
    const rows = scored.filter(({ item }) => kinds.includes(item.kind))
    return { part: rows.filter(is).length, whole: rows.length }
  }
  return {
    rightComparison: count(['situation', 'general'], (row) => slugOf(engine, row) === row.item.comparison),
    situationsRight: count(['situation'], isRight),
    entryHit: count(['general'], ({ rank }) => rank === 1),
    outOfScopeAnswered: count(['oos'], ({ answered }) => isDirect(answered.answer)),
  }
}

/** The comparison that answers, or for a refusal the one that was asked. */
function slugOf(engine: Engine, { item, answered: { answer } }: Scored): string | undefined {
  if ('comparison' in answer) return answer.comparison.slug
  return route(engine, questionOf(item))?.best.of.comparison.slug
}
