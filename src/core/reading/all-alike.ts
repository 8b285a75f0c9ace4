import type { Names } from '../language/names.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Parsed } from './parse.ts'
import { denies } from './polarity.ts'
import type { Statement } from './statement.ts'

/** What may follow "both" where it stands for the options; "both halves" are halves. */
const AFTER_BOTH = new Set([
  ...['well', 'equally', 'fine', 'languages', 'stacks', 'daily', 'day', 'every', 'all', 'already'],
  ...['too', 'here', 'of', 'and', 'but', 'so', 'at', 'in', 'on', 'for', 'since', 'with', 'about'],
  ...['just', 'quite', 'now', 'because'],
])

/** "We know both equally" names no option and speaks of all, as "we don't know either" does. */
export function teamKnowsAll(p: Parsed, names: Names, allAlike: Phrases): Statement[] {
  const k = p.clauses.findIndex(({ first, last }) => {
    const found = allAlike.first(p.tokens, first, last)
    if (!found) return false
    const next = found.to < last ? p.words[found.to] : undefined
    return p.words[found.to - 1] !== 'both' || next === undefined || AFTER_BOTH.has(next)
  })
  if (k < 0) return []
  return names.options.map((option) => ({
    id: `team/${option}`,
    value: denies(p, k) ? 'no' : 'yes',
    probability: 0.9,
    share: 1,
    clause: k,
  }))
}

const ALL = new Set([
  ...['we', "we've", "we're", "we'd", 'us', 'our', 'ours', 'team', 'crew', 'squad', 'they', 'people', 'devs'],
  ...['all', 'nobody', 'none', 'neither', 'noone', 'no', 'anyone', 'anybody', 'everyone', 'everybody'],
])

/** True where a clause speaks of all who build it: "nobody here did X", "we never did"; "never did X" does not. */
export function speaksOfAll({ words, clauses }: Parsed, clause: number): boolean {
  const { first, last } = clauses[clause]!
  return words.slice(first, last).some((word) => ALL.has(word))
}
