import type { Catalogue, FactId, ReadFact } from '../domain/fact.ts'
import { isOfOption } from '../domain/fact-kind.ts'
import type { Language } from '../domain/language.ts'
import type { NotCounted } from '../domain/not-counted.ts'
import type { Message } from '../domain/question.ts'
import { hashText } from '../language/hash.ts'
import type { Names } from '../language/names.ts'
import { Phrases } from '../language/phrases.ts'
import { keys } from '../language/text.ts'
import { speaksOfAll, teamKnowsAll } from './all-alike.ts'
import { isAsked } from './asked.ts'
import { correctBoxes } from './boxes.ts'
import { correctConjuncts } from './conjuncts.ts'
import { correctDecided, type DecidingCues, decidingCues, demands } from './decided.ts'
import { onlyOneOf, type Said, settle } from './discussion.ts'
import { evidencePieces } from './evidence.ts'
import { factsToRead } from './facts-to-read.ts'
import { sentenceBounds } from './features.ts'
import { correctHeadings, headingCues } from './headings.ts'
import { ironyCues, meant } from './irony.ts'
import { keptInChoice, keptPlainly } from './kept.ts'
import { keptLater } from './kept-later.ts'
import { correctEntries, entryCues, listedTeam } from './list-entries.ts'
import { correctLittleSkill, littleSkillCues } from './little-skill.ts'
import { readMessage } from './message.ts'
import type { ReaderModel } from './model.ts'
import { takenByNumber } from './numbered.ts'
import { oneStanding } from './one-standing.ts'
import { correctOutsiders } from './outsiders.ts'
import { correctPace, paceCues } from './pace.ts'
import { type Lexicon, Opened, type Parsed, parse } from './parse.ts'
import { correctPlainWords, plainWords } from './plain-words.ts'
import { correctQuantities } from './quantities.ts'
import { keyOf, quoteOf } from './quote.ts'
import { askedSkill, staffed, takenBack } from './replies.ts'
import type { Statement } from './statement.ts'
import { imagined, supposed, withSupposed } from './suppositions.ts'
import { turnsOf } from './turns.ts'
import { correctWhoStays } from './who-stays.ts'
import { correctWithdrawals, withdrawalCues } from './withdrawals.ts'

/** A stated need that no fact knows: its words, and those of them that say what is needed. */
export interface UnknownNeed {
  quote: string
  key: string
}

/** What reading gives: facts in the order of the discussion, and stated needs that no fact knows. */
export interface Reading {
  facts: ReadFact[]
  unmapped: (UnknownNeed & { message: number })[]
  /** Facts that the message to the bot only supposes. */
  supposed: FactId[]
}

/**
 * One reader behind one type, so that another can take its place and be measured against it. `last` is the last
 * message taken apart, where that was done already.
 */
export type ReadDiscussion = (messages: readonly Message[], of: ReadFor, last?: Parsed) => Reading

/** What a discussion is read for: the options of a comparison and the facts that it may use. */
export interface ReadFor {
  names: Names
  catalogue: Catalogue
  /** The date of the question, as YYYY-MM-DD: a later year puts off what it is said of. */
  asOf: string
}

/**
 * Least probability for a need and for a team or existing fact, alone and in a thread, where many messages give many
 * chances. What is said to count must be `plain`; what denies a need or leaves it open may be less.
 */
const LEAST = {
  alone: { plain: 0.45, need: 0.4, option: 0.35 },
  thread: { plain: 0.7, need: 0.6, option: 0.45 },
}

/** Longest key of a need that no fact knows, in characters: a narrow line of a card holds it and a word before. */
const LONGEST_KEY = 16

/**
 * Makes the reader. The last message addresses the bot; the ones before are the discussion.
 * Messages answer and correct each other: a question counts by its answer, a withdrawal replaces what was said,
 * and opposite statements of two people without either are a contradiction.
 */
export function createReader(model: ReaderModel, lexicon: Lexicon, language: Language): ReadDiscussion {
  const cues = withdrawalCues(language)
  const plain = plainWords(language)
  const phrases = {
    agreements: new Phrases(language.agreements),
    affirmations: new Phrases(language.affirmations),
    denials: new Phrases(language.denials),
    disowning: new Phrases(language.disowning),
    formerly: new Phrases(language.formerly),
    later: cues.later,
    left: plain.left,
    openings: new Phrases(language.openings),
    pronouns: cues.pronouns,
    withdrawn: new Phrases(language.withdrawn),
  }
  const outsiders = new Phrases(language.outsiders)
  const staying = new Phrases(language.staying)
  const allAlike = new Phrases(language.allAlike)
  const staffing = new Phrases(language.staffing)
  const supposing = new Phrases(language.supposing)
  const irony = ironyCues(language)
  const entries = entryCues(language)
  const littleSkill = littleSkillCues(language)
  const pace = paceCues(language)
  const deciding = decidingCues(language)
  const headings = headingCues(language)
  const { asking, needs } = plain
  const factsOf = factsToRead(model.presence.classes)

  return (messages, { names, catalogue, asOf }, last) => {
    const year = Number(asOf.slice(0, 4))
    const { replaces, known, untrained } = factsOf(catalogue)
    const parsed = messages.map((message, i) =>
      evidencePieces(message.text).map(({ text, evidence }) =>
        last?.text === evidence && i === messages.length - 1
          ? last
          : { ...parse(new Opened(evidence, lexicon), names), text },
      ),
    )
    const least = messages.length > 1 ? LEAST.thread : LEAST.alone
    const isLikely = ({ id, value, reason, probability }: Statement) => {
      if (isOfOption(id)) return probability >= least.option
      return probability >= (value === 'yes' && !reason ? least.plain : least.need)
    }
    const said: Said[] = []
    const unmapped: Reading['unmapped'] = []
    parsed.forEach((parts, message) => {
      const author = authorOf(messages[message]!)
      const addressed = message === messages.length - 1
      for (const p of parts) {
        const read = [
          ...readMessage(model, p, addressed, untrained, least),
          ...teamKnowsAll(p, names, allAlike),
        ]
        for (const listed of [...listedTeam(p), ...(addressed ? [] : askedSkill(p))])
          if (!read.some(({ id, probability }) => id === listed.id && probability >= least.option))
            read.push(listed)
        const worded = correctPlainWords(
          plain,
          p,
          correctOutsiders(outsiders, p, correctWithdrawals(cues, p, read, year)),
        )
        const joined = correctConjuncts(p, worded)
        const skilled = correctLittleSkill(littleSkill, p, correctQuantities(catalogue, p, joined))
        const paced = correctHeadings(headings, p, correctPace(pace, catalogue, p, skilled))
        const alone = correctDecided(
          deciding,
          p,
          oneStanding(correctBoxes(p, correctEntries(entries, p, paced)), isLikely),
        )
        const asker = messages[message - 1]
        const question = asker && authorOf(asker) !== author ? parsed[message - 1]?.at(-1) : undefined
        const builders = staffed(staffing, question, p, alone)
        const likely = alone.filter(isLikely)
        const over = likely.filter(({ reason }) => reason === 'past')
        const kept = keptInChoice(p, likely).filter(
          ({ id }) => !over.some((statement) => statement.id === id),
        )
        const stays = [...keptPlainly(staying, p), ...keptLater(staying, p, message, parsed, said)].filter(
          ({ id }) => !likely.some((other) => other.id === id && (!other.reason || other.reason === 'past')),
        )
        const numbered = takenByNumber(cues, p, said, parsed, message)
        const taken = [...numbered, ...takenBack(cues, question, p, said, [...likely, ...numbered], message)]
        // What says of a number that it is gone names no need itself.
        const guessed = (each: Statement) =>
          !each.trigger && numbered.some(({ clause }) => clause === each.clause)
        const corrected = [
          ...alone.filter(
            (each) => ![...builders, ...stays, ...taken].some(({ id }) => id === each.id) && !guessed(each),
          ),
          ...stays,
          ...builders,
          ...taken,
          ...kept,
        ]
        const assume = addressed ? supposed : imagined
        const assumed = correctWhoStays(p, corrected).map((each) => assume(supposing, p, each))
        const statements = meant(irony, p, assumed).filter(isLikely)
        for (const statement of onlyOneOf(statements, replaces)) {
          const asked =
            !kept.includes(statement) && !statement.answered && isAsked(asking, p, statement.clause)
          const { first, last } = p.clauses[statement.clause]!
          const insists = needs.within(p.tokens, first, last)
          said.push({
            ...statement,
            message,
            author,
            asked,
            insists,
            ofAll: speaksOfAll(p, statement.clause),
            // Only what is read later asks for them.
            words: addressed && p === parts.at(-1) ? [] : sentenceKeys(p, statement.clause),
            who: statement.id.startsWith('team/') ? onlyKnower(p, statement.clause) : undefined,
            quote: quoteOf(p, statement),
            ...keyOf(p, statement),
          })
        }
        for (const need of [...unknownNeeds(p, statements, needs, known), ...demanded(p, deciding)])
          unmapped.push({ ...need, message })
      }
    })
    const turns = turnsOf(messages, parsed, phrases)
    const settled = withSupposed(settle(said, turns, replaces), said)
    return {
      facts: settled.map((each) => readFact(each, messages.length > 1)),
      unmapped,
      supposed: settled.filter((each) => each.supposed).map(({ id }) => id),
    }
  }
}

function authorOf({ authorId, author }: Message): string {
  return authorId ?? author ?? ''
}

const KNOW = hashText('know')

/** "Flo knows X": the name that a clause begins with and says of that they know something. "Flo and I know X" has two. */
function onlyKnower({ tokens, classes, clauses }: Parsed, clause: number): string | undefined {
  const { first } = clauses[clause]!
  const knows = classes.some((hit) => hit.class === KNOW && hit.from === first + 1)
  return knows ? keys([tokens[first]!.word])[0] : undefined
}

/** What the sentence of a clause is known by: a need is named in one clause and told in the next. */
function sentenceKeys(p: Parsed, clause: number): string[] {
  const { first, last } = sentenceBounds(p, clause)
  return keys(p.words.slice(first, last))
}

/** Clauses that state a need in which no fact, term or option was found. */
function unknownNeeds(
  p: Parsed,
  statements: readonly Statement[],
  needs: Phrases,
  known: ReadonlySet<FactId>,
): UnknownNeed[] {
  const found: UnknownNeed[] = []
  p.clauses.forEach((clause, k) => {
    const words = clause.last - clause.first
    if (words < 3 || words > 25 || clause.triggers.some(({ fact }) => known.has(fact))) return
    if (statements.some((statement) => statement.clause === k)) return
    if (p.mentions.some((mention) => mention.from >= clause.first && mention.from < clause.last)) return
    if (p.tokens.slice(clause.first, clause.last).some((token) => token.word === '?')) return
    const at = needs.first(p.tokens, clause.first, clause.last)
    // What is needed follows the word: "we must have it on prem"; a bare "that's what we need" states nothing.
    if (at && clause.last - at.to >= 2) {
      const quote = p.text.slice(clause.from, clause.to).trim()
      found.push({ quote, key: lastWords(p, at.to, clause.last) })
    }
  })
  return found
}

/** What somebody demands who will not build it: no rule knows whose word decides. */
function demanded(p: Parsed, cues: DecidingCues): UnknownNeed[] {
  return demands(cues, p).map(({ clause, mention }) => ({
    quote: p.text.slice(clause.from, clause.to).trim(),
    key: p.text.slice(p.tokens[mention.from]!.at, p.tokens[mention.to - 1]!.end),
  }))
}

/** The last of tokens [first, last): what is needed stands at the end ("must run on our own PaaS"). */
function lastWords({ text, tokens }: Parsed, first: number, last: number): string {
  const { end } = tokens[last - 1]!
  let from = last - 1
  while (from > first && end - tokens[from - 1]!.at <= LONGEST_KEY) from--
  return text.slice(tokens[from]!.at, end)
}

function readFact(statement: Said, inThread: boolean): ReadFact {
  const reason: NotCounted | undefined = statement.reason
  return {
    id: statement.id,
    value: statement.value,
    grade: 'stated',
    counted: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    quote: statement.quote,
    ...(statement.key === undefined ? {} : { key: statement.key }),
    ...(inThread ? { message: statement.message } : {}),
    probability: statement.probability,
  }
}
