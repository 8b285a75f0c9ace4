import type { Answer } from '../domain/answer.ts'
import { isOfOption } from '../domain/fact-kind.ts'
import { alone, type Question } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import type { Mention } from '../language/names.ts'
import { excerpt } from '../language/pieces.ts'
import { gated } from '../reading/gate.ts'
import { type Lexicon, Opened, parse } from '../reading/parse.ts'
import { isPlainlyGeneral } from '../routing/plainly-general.ts'
import { optionsIn, type Routed } from '../routing/routed.ts'
import { type Evidence, factsOf, verdictOn } from '../verdict.ts'
import type { Answered } from './answered.ts'
import { notCovered } from './not-covered.ts'
import { otherChoice } from './other-choice.ts'
import { pulls } from './own-case.ts'
import { answerText } from './text.ts'

/**
 * Below this a discussion as a whole is no case that asks for a choice. Of 792 labelled discussions that ask for one
 * 790 are above 0.97, and the other two state a need; a version to pin for a build is at 0.3 to 0.7 where somebody then
 * asks what to pick.
 */
const LEAST_OF_A_CASE = 0.9
/**
 * The same where it says what somebody knows or what runs, as a build log's discussion may, calls the choice by its
 * name ("which language for the new service?"), or sets options against each other.
 */
const LEAST_WITHOUT_A_NEED = 0.1

/**
 * In a thread the discussion is weighed, unless the message to the bot is plainly a general question (`namesAlone` ask
 * nothing: "A or B?", "which framework for A?") or the discussion is about a choice that is not covered. Where it states
 * no need and is no case as a whole either, it is about something else that the guides do not answer: it is refused,
 * unless somebody asked to weigh it all the same.
 */
export function answerThread(
  engine: Engine,
  question: Question,
  routed: Routed,
  namesAlone: boolean,
): Answered {
  const { of, parsed } = routed
  const aside = !namesAlone && isPlainlyGeneral(routed) ? answerText(engine, alone(question), routed) : null
  if (aside && ASIDES.has(aside.answer.kind)) return aside
  const other = otherChoice(engine, question, routed)
  if (other !== null)
    return { answer: notCovered(engine, null, { name: other, pair: null }), confidence: 0.1 }
  const evidence = factsOf(engine, of, question, parsed)
  if (!question.weigh && !isCase(engine, question, of, evidence))
    return { answer: notCovered(engine, null, null), confidence: 0.1 }
  return { answer: verdictOn(engine, of, question, evidence), confidence: 0.9 }
}

/** What a message gets by itself that is no part of the discussion; "the team knows X, so?" is one. */
const ASIDES: ReadonlySet<Answer['kind']> = new Set(['faq', 'table', 'ambiguous'])

/** True for a discussion that states a need, votes for options, or is likely enough as a whole to ask for a choice. */
function isCase(
  { lexicon, knowledge }: Engine,
  { thread = [], text }: Question,
  of: PreparedComparison,
  { facts, noRule }: Evidence,
): boolean {
  // What people contradict each other about is stated.
  const stated = facts.filter((fact) => (fact.counted || fact.reason === 'contradicted') && pulls(of, fact))
  if (noRule.length > 0 || stated.some(({ id }) => !isOfOption(id))) return true
  if (optionsIn(thread.flatMap(({ text: said }) => vote(said, of, lexicon))) > 1) return true
  const whole = excerpt([...thread.map((message) => message.text), text].join('\n'))
  const parsed = parse(new Opened(whole, lexicon), of.names)
  const called = of.cues.within(parsed.tokens, 0, parsed.tokens.length)
  // What the message to the bot chooses between it asks by itself.
  const before = whole.length - text.length
  const chosen = parsed.mentions.some(({ inChoice, from }) => inChoice && parsed.tokens[from]!.at < before)
  const least = stated.length > 0 || called || chosen ? LEAST_WITHOUT_A_NEED : LEAST_OF_A_CASE
  return gated(knowledge.model.gate, parsed).situation >= least
}

/** Characters of the longest message that is only a name. */
const LONGEST_VOTE = 30

/** The name that a message is by itself: "A", "B?"; "no, B" is more than that. */
function vote(text: string, { names }: PreparedComparison, lexicon: Lexicon): Mention[] {
  if (text.length > LONGEST_VOTE) return []
  const { mentions, tokens } = parse(new Opened(text, lexicon), names)
  const words = tokens.filter(({ word }) => word !== '?')
  return mentions.filter(({ from, to }) => from === 0 && to === words.length)
}
