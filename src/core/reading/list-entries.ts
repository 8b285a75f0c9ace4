import { isOfOption } from '../domain/fact-kind.ts'
import type { Language } from '../domain/language.ts'
import { oneOf } from '../language/one-of.ts'
import { PEOPLE } from './kept.ts'
import type { Parsed } from './parse.ts'
import { isDenial } from './plain-words.ts'
import type { Statement } from './statement.ts'

/** How the entries of a list say no and yes of what they name. */
export interface EntryCues {
  no: Values
  yes: Values
  noSkill: Values
}

/** Values as they stand behind a name and its sign (`set`), or behind the name alone (`bare`). */
interface Values {
  set: RegExp
  bare: RegExp
}

/** What stands between a name and its value: "chat: no", "chat = no", "chat - no", "chat (no)", "chat? no". */
const SIGN = String.raw`(?:[ \t]*[:=(?→]+\s*|[ \t]+[-–—>]+[ \t]+)`
/** A name may go on for a word or two: "live updates needed: no". */
const MORE = String.raw`(?:[ \t]+[\p{L}\p{N}'-]+){0,2}`
/** What may stand behind a value: nothing, another entry, or why. "No idea", "no problem" and "no. 2" are none. */
const END = String.raw`(?=\s*(?:$|[,;!)\]|/\n]|\.(?!\s*\d))|[ \t]+(?:[-–—]|(?:and|but|so|because|since|as|for)\b))`
/** Far enough behind a name to know its value. */
const LOOKED_AT = 80

export function entryCues(language: Language): EntryCues {
  const { listedNo, listedYes, noSkill, unneeded } = language
  return {
    no: values([...listedNo, ...unneeded]),
    yes: values(listedYes),
    noSkill: values(noSkill),
  }
}

function values(texts: readonly string[]): Values {
  const told = texts.filter((text) => /[\p{L}\p{N}]/u.test(text))
  const signs = texts.filter((text) => !told.includes(text))
  // A tick needs no sign before it and nothing behind it.
  const ticked = signs.length > 0 ? `|[ \\t]*[:=-]?[ \\t]*(?:${oneOf(signs)})` : ''
  return {
    set: new RegExp(`^(?:${MORE}${SIGN}(?:${oneOf(told)})${END}${ticked})`, 'u'),
    bare: new RegExp(`^[ \\t]+(?:${oneOf(told)})${END}`, 'u'),
  }
}

/**
 * "Live chat: no", "sockets - none", "AI? no.", "CRUD yes", "A: no experience": an entry of a list says of what it
 * names what its value says, whatever the model made of the words around.
 */
export function correctEntries(
  cues: EntryCues,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.map((statement) => {
    const { trigger, id, reason: _, ...plain } = statement
    if (!trigger || !namesEntry(parsed, statement)) return statement
    const of = (value: Values) => valueEnd(value, parsed, statement)
    if (isOfOption(id)) {
      const until = id.startsWith('team/') ? of(cues.noSkill) : undefined
      return until === undefined ? statement : { ...plain, id, trigger, value: 'no', answered: true, until }
    }
    const no = of(cues.no)
    if (no !== undefined) return { ...plain, id, trigger, value: 'no', answered: true, until: no }
    const yes = of(cues.yes)
    if (yes === undefined || statement.value === 'past') return statement
    return { ...plain, id, trigger, value: 'yes', answered: true, until: yes }
  })
}

/** Words before a name that is an entry's or is asked for: "any live chat", "do we need sockets". */
const LEADING = new Set([
  ...['do', 'does', 'did', 'is', 'are', 'will', 'there', 'it', 'we', 'they', 'you', 'any', 'need', 'needs'],
  ...['have', 'has', 'want', 'wants', 'the', 'a', 'an', 'our', 'must', 'be', 'some', 'also', 'about', 'what'],
  ...['and', 'then', 'ok', 'users', 'plus', 'with', 'use', 'uses'],
])

/** True where a term stands in the name of an entry: little before it, and nothing that turns it. */
function namesEntry({ words, clauses }: Parsed, { clause, trigger }: Statement): boolean {
  const { first } = clauses[clause]!
  const name = words.slice(first, trigger!.to)
  return !name.some(isDenial) && words.slice(first, trigger!.from).every((word) => LEADING.has(word))
}

/** Where the value ends that the entry of a term has, if it has one of these. */
function valueEnd(
  { set, bare }: Values,
  { folded, tokens, clauses }: Parsed,
  { clause, trigger }: Statement,
): number | undefined {
  const { end } = tokens[trigger!.to - 1]!
  const rest = folded.slice(end, end + LOOKED_AT)
  const found = set.exec(rest) ?? (trigger!.from === clauses[clause]!.first ? bare.exec(rest) : null)
  return found ? end + found[0].length : undefined
}

/** How sure plain words make it. */
const SURE = 0.9
const COUNTED = /^(?:\d+|an?|one|two|three|four|five|six|all|only|mostly|just|x)$/
const BUILDERS = new Set([
  'devs',
  'dev',
  'people',
  'developers',
  'developer',
  'folks',
  'guys',
  'only',
  'team',
])
const ARTICLES = new Set(['the', 'our', 'my'])

/** "Team: A", "devs = 3 A people": an entry that names the team names what it knows. */
export function listedTeam({ clauses, tokens, folded, mentions, classes }: Parsed): Statement[] {
  return clauses.flatMap((name, k): Statement[] => {
    const next = clauses[k + 1]
    if (!next) return []
    const sign = folded.slice(tokens[name.last - 1]!.at, tokens[next.first]!.at)
    if (!/[:=?]\s*$|\s[-–—]+\s+$/.test(sign)) return []
    const first = ARTICLES.has(tokens[name.first]!.word) ? name.first + 1 : name.first
    const last = tokens[name.last - 1]!.word === '?' ? name.last - 1 : name.last
    if (!classes.some((hit) => hit.class === PEOPLE && hit.from === first && hit.to === last)) return []
    let at = next.first
    while (at < next.last && COUNTED.test(tokens[at]!.word)) at++
    const mention = mentions.find(({ from, inChoice }) => from === at && !inChoice)
    if (!mention || !tokens.slice(mention.to, next.last).every(({ word }) => BUILDERS.has(word))) return []
    const { option, from, to } = mention
    const trigger = { from, to }
    return [{ id: `team/${option}`, value: 'yes', probability: SURE, share: 1, clause: k + 1, trigger }]
  })
}
