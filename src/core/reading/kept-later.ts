import { isOfOption } from '../domain/fact-kind.ts'
import type { Mention } from '../language/names.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Said } from './discussion.ts'
import { PEOPLE, PUT, runs, staysAtOnce } from './kept.ts'
import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

/** Messages that what stays may have been named before. */
const NAMED_WITHIN = 3
/** Clauses of a message that may say so of what an earlier one named: "yes. two years old. it stays". */
const ANSWERED_WITHIN = 3
const LIKE = new Set([...PUT, 'like', 'and', 'right'])

/**
 * "The A one?" "It goes on running", "on A, right?" … "and that stays?": what a message names runs where a later one, or
 * a later sentence, says that it stays, and no need was spoken of between them. Nothing where it is known what runs.
 * `message` is the place of this one among `messages`, each in its pieces.
 */
export function keptLater(
  staying: Phrases,
  parsed: Parsed,
  message: number,
  messages: readonly (readonly Parsed[])[],
  said: readonly Said[],
): Statement[] {
  const { tokens, clauses, words, mentions } = parsed
  for (const [k, clause] of clauses.entries()) {
    const before = mentions.filter(({ from }) => from < clause.first)
    if (k >= ANSWERED_WITHIN && before.length === 0) break
    const stays = staysAtOnce(staying, tokens, clause)
    // "They keep it" is said of others.
    if (!stays || words[stays.from - 1] === 'they' || (stays.to < clause.last && !LIKE.has(words[stays.to]!)))
      continue
    // A name behind it is what the talk goes on with.
    if (before.length < mentions.length || isKnown(said)) break
    const option = before.length > 0 ? onlyOption(parsed, before) : namedBefore(message, messages, said)
    return option === undefined ? [] : [runs({ option, ...stays }, k)]
  }
  return []
}

/** True where it was said what runs. */
function isKnown(said: readonly Said[]): boolean {
  return said.some(({ id, value }) => value === 'yes' && id.startsWith('existing/'))
}

/** The one option that the last message with a name in it named, if no need was spoken of since. */
function namedBefore(
  message: number,
  messages: readonly (readonly Parsed[])[],
  said: readonly Said[],
): string | undefined {
  for (let i = message - 1; i >= Math.max(0, message - NAMED_WITHIN); i--) {
    const earlier = messages[i]!.at(-1)!
    if (earlier.mentions.length > 0) return onlyOption(earlier, earlier.mentions)
    if (said.some((need) => need.message === i && !isOfOption(need.id))) return undefined
  }
  return undefined
}

/** The option that mentions name where they name one alone, set against no other, and as no people's skill. */
function onlyOption({ clauses, classes }: Parsed, mentions: readonly Mention[]): string | undefined {
  const [named] = mentions
  if (!named || mentions.some(({ option, inChoice }) => inChoice || option !== named.option)) return undefined
  const clause = clauses.find(({ first, last }) => named.from >= first && named.from < last)
  const ofPeople = classes.some(
    (hit) => hit.class === PEOPLE && clause && hit.from >= clause.first && hit.to <= clause.last,
  )
  return ofPeople ? undefined : named.option
}
