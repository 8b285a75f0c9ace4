import type { Decision } from '../domain/answer.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Catalogue, ReadFact } from '../domain/fact.ts'
import { judge } from './judge.ts'
import { nearMisses } from './near-misses.ts'
import { readingsOf } from './readings.ts'
import { rulebookOf } from './rulebook.ts'

/**
 * Decides between a comparison's options on the facts of a discussion. The order of facts and of options does not
 * matter; only counted facts with value yes pull, and a counted no withdraws.
 *
 * Each part of the system is decided by itself, by the highest of: a rule of the house (tier must), a clear win
 * (tier A), what runs there already, the team's language (tier B, exactly one option), needs (tier C, more guides first), leanings (tier D, unanimous).
 * Parts that come out differently give `both`; `whole` among its parts is the rest of the system.
 *
 * Which rule assigns only its own part is read from data: a separable rule below tier A whose fact the catalogue
 * lets a tier-A fact replace on the same part (a feature beside a core). Whatever the team knows, it decides that
 * part, and it decides nothing else: alone it leaves `either`. Not separable, such a rule is slight: it never splits
 * a system beside a clear win.
 *
 * Where rules of the house contradict each other on a part, the pick is null and nothing is picked by force.
 *
 * Facts with reason `contradicted` are tried both ways; where the pick depends on them it is null, with `readings`.
 */
export function decide(comparison: Comparison, catalogue: Catalogue, facts: readonly ReadFact[]): Decision {
  const book = rulebookOf(comparison, catalogue)
  const readings = readingsOf(book, facts)
  if (readings.length > 0) {
    return {
      pick: null,
      tier: null,
      leaning: false,
      parts: [],
      decided: [],
      outweighed: [],
      nearMisses: [],
      readings,
    }
  }
  const judgement = judge(book, facts)
  const { applied: _, bound: __, ...result } = judgement
  return { ...result, nearMisses: nearMisses(book, facts, judgement), readings }
}
