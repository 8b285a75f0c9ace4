import type { Engine, PreparedComparison } from './engine.ts'
import { excerpt } from './language/pieces.ts'
import { type EntryMatch, matchEntries } from './matching/entry-index.ts'
import { questionFeatures } from './matching/features.ts'
import { gated } from './reading/gate.ts'
import { type Parsed, parse } from './reading/parse.ts'

/** A question as one comparison sees it. */
export interface Routed {
  of: PreparedComparison
  match: EntryMatch
  /** Options of it that the question names. */
  named: number
  parsed: Parsed
  /** 0–1: how likely it is a case of one's own, by the trained gate alone. */
  situation: number
  /** How sure it is that the best entry answers the whole question; compared with thresholds. */
  sure: number
}

/** What the trained scope adds to an entry's own sureness; set on questions that trained nothing. */
const SCOPE_WEIGHT = 0.15

/** Entries kept of a ranking: enough for three to choose from and for evaluation. */
const KEPT = 10

/** The comparison that a question is about: the one named, else the one whose options it names most, else the surest match. */
export function route(engine: Engine, text: string, slug: string | undefined): Routed | null {
  const asked = excerpt(text)
  let best: Routed | null = null
  for (const of of engine.comparisons) {
    if (slug !== undefined && of.comparison.slug !== slug) continue
    const parsed = parse(asked, of.names, engine.lexicon)
    const named = new Set(parsed.mentions.map((mention) => mention.option)).size
    const match = matchEntries(of.index, questionFeatures(parsed.words), KEPT)
    const { situation, general } = gated(engine.knowledge.model.gate, parsed)
    const sure = match.sure + SCOPE_WEIGHT * general
    if (!best || named > best.named || (named === best.named && sure > best.sure)) {
      best = { of, match, named, parsed, situation, sure }
    }
  }
  return best
}
