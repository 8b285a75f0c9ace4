import type { Message } from '../domain/question.ts'
import { hashText } from '../language/hash.ts'
import type { Phrases } from '../language/phrases.ts'
import { keys, type Token } from '../language/text.ts'
import { asksAloud, JOINING } from './features.ts'
import type { Parsed } from './parse.ts'

/** How one message takes up the one before it. */
export interface Turn {
  author: string
  /** What it begins with, as a quote of it. */
  opening: string
  agrees: boolean
  /** Says yes to a question; to a denial it stands by what was said. */
  affirms: boolean
  /** "No …", "that one was dropped": denies what was said, or takes it back. */
  denies: boolean
  /** It says that what was said before is gone. */
  takesBack: boolean
  /** It ends with a question, so that a "no" behind it answers that. */
  asks: boolean
  /** So few words that it names nothing itself: "and now?". */
  brief: boolean
  /** It puts off what was said before: "phase 3", "later maybe". */
  postpones: boolean
  /** It says that somebody else does it, or wants it: "that's the other team". */
  disowns: boolean
  /** It asks whether that is so, or whose: "not us, right?", "which team?". */
  asksWhose: boolean
  /** It answers that with another team's name: "the reporting team". */
  namesOwner: boolean
  /** It says of what was said before that it is no longer so: "knew. they all left". */
  formerly: boolean
  /** People who left, as it names them. */
  left: readonly string[]
  /** It brings up a topic to be answered: "and the forecast". */
  opens: boolean
}

export interface TurnPhrases {
  agreements: Phrases
  affirmations: Phrases
  denials: Phrases
  disowning: Phrases
  formerly: Phrases
  later: Phrases
  left: Phrases
  openings: Phrases
  pronouns: Phrases
  withdrawn: Phrases
}

/** A message that only brings up a topic is short. */
const LONGEST_OPENING = 14

/** Words of a clause that a message may begin with before it says what became of a thing. */
const SHORTEST_ANSWER = 2

/** Words of a message that names nothing itself: "and now?". */
const BRIEF = 3

/** Words of a message before one that puts something off: "that is phase 3". */
const DELAY = 3
/** A longer message speaks of something else that is for later: "in phase 2 they want a forecast". */
const LONGEST_DELAY = 7
/** The same of a first clause that others follow: "year two. there is no money for it". */
const LONGEST_FIRST_DELAY = 4
/** The same of one with a phrase that puts off wherever it stands: "in autumn at the earliest, if at all". */
const LONGEST_PHRASED_DELAY = 6
const LATER = hashText('later')

/** Words of a clause that only says that something is no longer so. */
const LONGEST_FORMERLY = 3

/** Words at the beginning of a message in which it may say whose something is. */
const DISOWNING = 14

const TEAMS = new Set(['team', 'squad', 'department', 'crew'])
/** No other team is called so: "the whole team", "the dev team". */
const OUR_TEAM = new Set([
  ...[
    'our',
    'my',
    'this',
    'same',
    'whole',
    'entire',
    'full',
    'rest',
    'dev',
    'core',
    'backend',
    'project',
    'engineering',
  ],
])
/** Words of the name of a team: "the data platform team". */
const TEAM_NAME = 4

/** Where the name of another team ends that begins at a token ("the reporting team"); -1 where none does. */
function otherTeam(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.word !== 'the') return -1
  const name = tokens.slice(from, from + TEAM_NAME + 1).map(({ word }) => word)
  const at = name.findIndex((word) => TEAMS.has(word))
  return at > 1 && !name.slice(1, at).some((word) => OUR_TEAM.has(word)) ? from + at + 1 : -1
}

const MOVED = new Set([
  'moved',
  'went',
  'belongs',
  'handed',
  'passed',
  'given',
  'is',
  'sits',
  'lives',
  'stays',
])
const TOWARDS = new Set(['to', 'with', 'at'])

/** "No, that moved to the analytics team": it is another team's by now. */
function isHandedOver({ tokens, clauses }: Parsed, pronouns: Phrases): boolean {
  return clauses.slice(0, AGREEING).some(({ first, last }) => {
    const to = tokens.findIndex(({ word }, i) => i >= first && i < last && TOWARDS.has(word))
    if (to < first + 2 || otherTeam(tokens, to + 1) < 0) return false
    return MOVED.has(tokens[to - 1]!.word) && pronouns.starts(tokens.slice(first, to))
  })
}

const WHOSE = new Set(['which', 'whose'])

/** "Which team?", "whose?" */
function asksForTeam({ tokens, clauses }: Parsed): boolean {
  const [first, second] = tokens
  if (!first || !WHOSE.has(first.word) || clauses[0]!.last > BRIEF) return false
  return TEAMS.has(second?.word ?? '') || (first.word === 'whose' && tokens.length <= BRIEF)
}

/** Clauses at the beginning of a message in which it may agree: "ah, I did not know. then you're right". */
const AGREEING = 3

function agreesAt(parsed: Parsed, agreements: Phrases): boolean {
  const { tokens, clauses } = parsed
  if (agreements.starts(tokens)) return true
  return clauses.slice(1, AGREEING).some(({ first, last }, k) => {
    const found = agreements.first(tokens, first, last)
    // Inside a message one word ("right", "fine") agrees with nothing.
    if (found?.from !== first || found.to - found.from < 2) return false
    return !asksAloud(parsed, k + 1)
  })
}

/** Words at the beginning of a message in which it may say that something is gone. */
const GONE_WITHIN = 16

/** "The union protested and it was thrown out last week"; "last year it died" is said of something else. */
function saysOfItThatItIsGone({ tokens, clauses }: Parsed, { pronouns, withdrawn }: TurnPhrases): boolean {
  return clauses.some(({ first, last }) => {
    const gone = withdrawn.first(tokens, first, Math.min(last, GONE_WITHIN))
    if (!gone || gone.from === first) return false
    const it = gone.from - 1
    const begins = it === first || JOINING.has(tokens[it - 1]!.word)
    return begins && pronouns.starts(tokens.slice(it, gone.from))
  })
}

const ANSWERING = new Set([
  ...['it', "it's", 'they', 'we', 'i', 'that', "that's", 'this', 'he', 'she', 'you', 'there', 'not', 'never'],
  ...['no', 'need', 'live', 'way', 'longer', 'more', 'real', 'chance', 'plans', 'wait'],
])

/** Words that deny what was said only where they stand alone or one of the others follows. */
const OPEN_DENIALS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['no', ANSWERING],
  [
    'nobody',
    new Set([
      ...['wants', 'needs', 'asked', 'asks', 'does', 'did', 'said', 'will', 'would', 'cares', 'uses'],
    ]),
  ],
])

/** "No, they do not" denies; "no one on the crew does" and "nobody on the team yet" deny nothing that was said. */
function deniesAt({ tokens, folded }: Parsed, denials: Phrases): boolean {
  if (!denials.starts(tokens)) return false
  const [first, second] = tokens
  const followers = OPEN_DENIALS.get(first!.word)
  if (!followers || !second) return true
  return /[^\s]/.test(folded.slice(first!.end, second.at)) || followers.has(second.word)
}

/** How every message of a discussion takes up the one before. */
export function turnsOf(
  messages: readonly Message[],
  parsed: readonly (readonly Parsed[])[],
  phrases: TurnPhrases,
): Turn[] {
  return parsed.map((pieces, i) => {
    const { tokens, clauses } = pieces[0]!
    const last = pieces.at(-1)!
    const first = clauses[0]?.last ?? 0
    // "Was. Got removed."
    const second = first <= SHORTEST_ANSWER ? (clauses[1]?.first ?? 0) : 0
    const saysItIsGone =
      phrases.withdrawn.starts(tokens.slice(second)) ||
      phrases.withdrawn.starts(tokens) ||
      (phrases.pronouns.starts(tokens) && phrases.withdrawn.within(tokens, 0, first)) ||
      saysOfItThatItIsGone(pieces[0]!, phrases)
    const agrees = agreesAt(pieces[0]!, phrases.agreements)
    const othersNamed =
      phrases.disowning.within(tokens, 0, Math.min(DISOWNING, tokens.length)) ||
      isHandedOver(pieces[0]!, phrases.pronouns)
    // "No screens?" asks; it denies nothing.
    const asksAtOnce = clauses.length > 0 && asksAloud(pieces[0]!, 0)
    return {
      author: messages[i]!.authorId ?? messages[i]!.author ?? '',
      opening: openingOf(pieces[0]!),
      agrees,
      affirms: phrases.affirmations.starts(tokens),
      denies: (deniesAt(pieces[0]!, phrases.denials) && !agrees && !asksAtOnce) || saysItIsGone,
      takesBack: saysItIsGone,
      asks: last.clauses.length > 0 && asksAloud(last, last.clauses.length - 1),
      brief: tokens.length <= BRIEF,
      postpones: postponesAt(pieces[0]!, phrases.later) && !asksAtOnce,
      disowns: othersNamed && !asksAtOnce,
      asksWhose: asksAtOnce && (othersNamed || asksForTeam(pieces[0]!)),
      // "The X team" says what the team knows.
      namesOwner: otherTeam(tokens, 0) === tokens.length && pieces[0]!.mentions.length === 0,
      formerly: first <= LONGEST_FORMERLY && phrases.formerly.starts(tokens) && !asksAtOnce,
      left: pieces.flatMap((piece) => whoLeft(piece, phrases.left)),
      opens: pieces.length === 1 && tokens.length <= LONGEST_OPENING && phrases.openings.starts(tokens),
    }
  })
}

/** The first clause as it was written. */
function openingOf({ text, clauses: [first] }: Parsed): string {
  return first ? text.slice(first.from, first.to).trim() : ''
}

const ARTICLES = new Set(['a', 'an'])
/** What an article may stand before that speaks of what was said before: "an idea for 2029". */
const PLANS = new Set([
  'idea',
  'topic',
  'thing',
  'plan',
  'wish',
  'matter',
  'goal',
  'story',
  'question',
  'point',
])

/** "Phase 3", "year two. there is no money for it": a message begins with what puts off the one before it. */
function postponesAt({ tokens, clauses, classes }: Parsed, later: Phrases): boolean {
  const first = clauses[0]?.last ?? 0
  // "A mobile app maybe later" names what it puts off.
  const named = tokens.findIndex(({ word }, i) => i < first && ARTICLES.has(word))
  if (named >= 0 && !later.starts(tokens.slice(named)) && !PLANS.has(tokens[named + 1]?.word ?? ''))
    return false
  if (first <= LONGEST_PHRASED_DELAY && later.within(tokens, 0, first)) return true
  if (tokens.length > LONGEST_DELAY && first > LONGEST_FIRST_DELAY) return false
  return (
    classes.some((hit) => hit.class === LATER && hit.from < Math.min(DELAY, first)) || later.starts(tokens)
  )
}

/** "Flo quit last month": the names that a clause begins with and says of that they left. Words of a class are no names. */
function whoLeft({ tokens, clauses, classes }: Parsed, left: Phrases): string[] {
  return clauses.flatMap(({ first, last }) => {
    const isName = !classes.some((hit) => hit.from === first) && left.starts(tokens.slice(first + 1, last))
    return isName ? keys([tokens[first]!.word]) : []
  })
}
