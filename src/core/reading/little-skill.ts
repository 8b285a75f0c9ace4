import type { Language } from '../domain/language.ts'
import type { Mention } from '../language/names.ts'
import { Phrases } from '../language/phrases.ts'
import type { Parsed } from './parse.ts'
import { clauseOf, type Statement } from './statement.ts'

/** How people say that they know something only a little, before its name and behind it. */
export interface LittleSkill {
  before: Phrases
  behind: Phrases
}

export function littleSkillCues({ littleSkill, littleSkillBehind }: Language): LittleSkill {
  return { before: new Phrases(littleSkill), behind: new Phrases(littleSkillBehind) }
}

/** Words of such a phrase at most. */
const LONGEST = 5

/**
 * "A bit of X", "X (rusty)", "X: basics": whoever knows an option so is no team that knows it. Not where its message names
 * the option once more, with no such word.
 */
export function correctLittleSkill(
  cues: LittleSkill,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.map((statement) => {
    const { id, value, reason, trigger } = statement
    if (!id.startsWith('team/') || value !== 'yes' || reason || !trigger) return statement
    const of = parsed.mentions.filter(
      (mention) => id === `team/${mention.option}` && !mention.inChoice && !isWeighed(parsed, mention),
    )
    const little = of.length > 0 && of.every((mention) => isLittle(cues, parsed, mention))
    return little ? { ...statement, value: 'maybe', reason: 'unclear' } : statement
  })
}

/** "Between A and B": a choice that is told, not asked. */
function isWeighed({ tokens, mentions }: Parsed, { from }: Mention): boolean {
  const word = tokens[from - 1]?.word
  if (word === 'between') return true
  const other = mentions.find(({ to }) => to === from - 1)
  return word === 'and' && other !== undefined && tokens[other.from - 1]?.word === 'between'
}

function isLittle({ before, behind }: LittleSkill, parsed: Parsed, mention: Mention): boolean {
  const { tokens, clauses, folded } = parsed
  const { from, to } = mention
  const k = clauseOf(parsed, mention)
  const { first, last } = clauses[k]!
  for (let at = from - 1; at >= Math.max(first, from - LONGEST); at--) {
    const found = before.first(tokens, at, from)
    if (found?.from !== at || found.to !== from) continue
    // "A bit of X only" is all that they know, and what they would use.
    const apart = /[^\s'"]/.test(folded.slice(tokens[from - 1]!.end, tokens[from]!.at))
    if (!apart && tokens[to]?.word !== 'only') return true
  }
  const next = to === last ? clauses[k + 1] : undefined
  const found = behind.first(tokens, to, Math.min(next?.last ?? last, to + LONGEST))
  if (found?.from !== to) return false
  // "X once a week", "X a bit too well" go on.
  return found.to === last || found.to === next?.last || folded[tokens[found.to - 1]!.end] === ')'
}
