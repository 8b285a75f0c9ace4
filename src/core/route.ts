import type { Engine, PreparedComparison } from './engine.ts'
import { fold, tokenize } from './language/text.ts'
import { type EntryMatch, matchEntries } from './matching/entry-index.ts'
import { questionFeatures } from './matching/features.ts'
import { maskedWords } from './matching/prepare.ts'

/** A question as one comparison sees it. */
export interface Routed {
  of: PreparedComparison
  match: EntryMatch
  /** Options of it that the question names. */
  named: number
}

/** Entries kept of a ranking: enough for three to choose from and for evaluation. */
const KEPT = 10

/** The comparison that a question is about: the one named, else the one whose options it names most, else the surest match. */
export function route(engine: Engine, text: string, slug: string | undefined): Routed | null {
  const folded = fold(text)
  const tokens = tokenize(folded)
  let best: Routed | null = null
  for (const of of engine.comparisons) {
    if (slug !== undefined && of.comparison.slug !== slug) continue
    const named = new Set(of.names.find(tokens, folded).map((mention) => mention.option)).size
    const match = matchEntries(of.index, questionFeatures(maskedWords(text, of.names)), KEPT)
    if (!best || named > best.named || (named === best.named && match.sure > best.match.sure))
      best = { of, match, named }
  }
  return best
}
