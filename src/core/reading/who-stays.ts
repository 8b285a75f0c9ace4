import { isOfOption } from '../domain/fact-kind.ts'
import type { Mention } from '../language/names.ts'
import { PEOPLE } from './kept.ts'
import type { Parsed } from './parse.ts'
import { isDenial } from './plain-words.ts'
import { clauseOf, type Statement } from './statement.ts'

const STAYING = new Set(['stay', 'stays', 'staying', 'stayed', 'remain', 'remains', 'remaining'])
const LEAVING = new Set([
  ...['leave', 'leaves', 'leaving', 'quit', 'quits', 'quitting', 'go', 'goes', 'going', 'gone'],
  ...['resign', 'resigned', 'resigning', 'retire', 'retiring', 'retired'],
])
/** Words for people that are more often things: "the A shop stays". */
const THINGS = new Set(['shop', 'unit', 'department', 'bench', 'hands', 'brains', 'chapter'])
/** What may stand between people and what they do. */
const HELPING = new Set([
  'will',
  'are',
  'is',
  'all',
  'both',
  'have',
  'has',
  'also',
  'then',
  'would',
  "who'll",
  'who',
])
/** What may follow where nothing else is left or stays: "leave in May", "stay with us". */
const WHEN = new Set([
  ...[
    'in',
    'on',
    'at',
    'by',
    'next',
    'this',
    'soon',
    'after',
    'before',
    'with',
    'until',
    'till',
    'us',
    'here',
  ],
  ...['today', 'tomorrow', 'shortly', 'then', 'for', 'anyway', '!', '?'],
])

/** "Three A devs stay, two B devs leave": what is said of people who know an option says nothing of a system. */
export function correctWhoStays(parsed: Parsed, statements: readonly Statement[]): Statement[] {
  const told = parsed.mentions.flatMap((mention) => {
    const does = mention.inChoice ? undefined : whatPeopleDo(parsed, mention)
    return does ? [{ mention, does }] : []
  })
  if (told.length === 0) return [...statements]
  const of = told.map(({ mention, does }): Statement => {
    const { option, from, to } = mention
    const said =
      does === 'stay' ? { value: 'yes' as const } : { value: 'past' as const, reason: 'past' as const }
    const clause = clauseOf(parsed, mention)
    return { id: `team/${option}`, ...said, probability: 0.9, share: 1, clause, trigger: { from, to } }
  })
  const isOfThem = ({ id, trigger }: Statement) =>
    trigger !== undefined && isOfOption(id) && told.some(({ mention }) => mention.from === trigger.from)
  // Who is another team's stays that.
  const others = statements.filter(
    (each) => !isOfThem(each) || (each.reason === 'other-team' && !isPast(each, of)),
  )
  return [...others, ...of.filter(({ id }) => !others.some((other) => other.id === id))]
}

function isPast({ id }: Statement, of: readonly Statement[]): boolean {
  return of.some((each) => each.id === id && each.reason === 'past')
}

/** What people do who are named by what they know, if it is said at once. */
function whatPeopleDo(
  { tokens, clauses, classes }: Parsed,
  { from, to }: Mention,
): 'stay' | 'leave' | undefined {
  const clause = clauses.find(({ first, last }) => from >= first && from < last)
  const people = classes.find((hit) => hit.class === PEOPLE && hit.from === to)
  if (!clause || !people || THINGS.has(tokens[to]!.word)) return undefined
  // "No A people stay" says more than that.
  if (tokens.slice(clause.first, from).some(({ word }) => isDenial(word))) return undefined
  let at = people.to
  while (at < clause.last && HELPING.has(tokens[at]!.word)) at++
  const word = at < clause.last ? tokens[at]!.word : ''
  if (at + 1 < clause.last && !WHEN.has(tokens[at + 1]!.word)) return undefined
  if (STAYING.has(word)) return 'stay'
  return LEAVING.has(word) ? 'leave' : undefined
}
