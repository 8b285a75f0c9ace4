import type { FactId } from '../domain/fact.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Said } from './discussion.ts'
import { sentenceStart } from './features.ts'
import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

/**
 * "What if the sockets were dropped?": in the message to the bot a supposed fact counts for this answer alone,
 * whatever the discussion says of it.
 */
export function supposed(supposing: Phrases, parsed: Parsed, statement: Statement): Statement {
  const { first } = parsed.clauses[sentenceStart(parsed, statement.clause)]!
  const { last } = parsed.clauses[statement.clause]!
  if (!supposing.within(parsed.tokens, first, last)) return statement
  const { reason: _, ...plain } = statement
  return { ...plain, value: statement.value === 'no' ? 'no' : 'yes', supposed: true }
}

/** "What if it gets as big as a chat app": before the message to the bot what a sentence begins to suppose does not count. */
export function imagined(supposing: Phrases, parsed: Parsed, statement: Statement): Statement {
  const { first } = parsed.clauses[sentenceStart(parsed, statement.clause)]!
  const { last } = parsed.clauses[statement.clause]!
  const open = statement.value === 'yes' && (!statement.reason || statement.reason === 'unclear')
  if (!open || !supposing.starts(parsed.tokens.slice(first, last))) return statement
  return { ...statement, value: 'maybe', reason: 'hypothetical' }
}

/** What the discussion settled, with what is only supposed in place of it. */
export function withSupposed(settled: readonly Said[], said: readonly Said[]): Said[] {
  const last = new Map<FactId, Said>()
  for (const each of said) if (each.supposed) last.set(each.id, each)
  return [...settled.filter(({ id }) => !last.has(id)), ...last.values()]
}
