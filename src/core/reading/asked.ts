import type { Phrases } from '../language/phrases.ts'
import { asksAloud, endsSentence, sentenceStart } from './features.ts'
import type { Parsed } from './parse.ts'

/** True when clause k is what its sentence asks: "it stays, clear for everyone?" states that it stays. */
export function isAsked(p: Parsed, k: number, interrogatives: Phrases): boolean {
  if (!asksAloud(p, k)) return false
  if (endsSentence(p, k)) return true
  const { first, last } = p.clauses[sentenceStart(p, k)]!
  return interrogatives.starts(p.tokens.slice(first, last))
}
