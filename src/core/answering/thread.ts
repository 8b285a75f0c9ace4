import type { Question } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { excerpt } from '../language/pieces.ts'
import { gated } from '../reading/gate.ts'
import { Opened, parse } from '../reading/parse.ts'
import { isPlainlyGeneral } from '../routing/plainly-general.ts'
import type { Routed } from '../routing/routed.ts'
import { type Evidence, factsOf, verdictOn } from '../verdict.ts'
import { type Answered, share } from './answered.ts'
import { fromEntries } from './from-entries.ts'
import { notCovered } from './not-covered.ts'
import { otherChoice } from './other-choice.ts'
import { pulls } from './own-case.ts'

/**
 * Below this a discussion as a whole is no case that asks for a choice. Of 344 labelled discussions that ask for one
 * none is below 0.9; a version to pin for a build is at 0.3 to 0.6 where somebody then asks what to pick.
 */
const LEAST_OF_A_CASE = 0.65
/** The same where it says what somebody knows or what runs, as a build log's discussion may. */
const LEAST_WITHOUT_A_NEED = 0.1

/**
 * In a thread the discussion is weighed, unless the message to the bot is plainly a general question or the discussion
 * is about a choice that is not covered. Where it states no need and is no case as a whole either, it is about something
 * else that the guides do not answer: it is refused, unless somebody asked to weigh it all the same.
 */
export function answerThread(engine: Engine, question: Question, routed: Routed): Answered {
  const { of, parsed } = routed
  const aside = isPlainlyGeneral(routed) ? fromEntries(engine, routed) : null
  if (aside) return { answer: aside, confidence: share(routed.sure) }
  const other = otherChoice(engine, question, routed)
  if (other !== null)
    return { answer: notCovered(engine, null, { name: other, pair: null }), confidence: 0.1 }
  const evidence = factsOf(engine, of, question, parsed)
  const least = question.weigh ? 0 : leastFor(of, evidence)
  if (least > 0 && likelihood(engine, question, routed) < least)
    return { answer: notCovered(engine, null, null), confidence: 0.1 }
  return { answer: verdictOn(engine, of, question, evidence), confidence: 0.9 }
}

/** How likely a discussion with this evidence must be a case. What people contradict each other about is stated. */
function leastFor(of: PreparedComparison, { facts, noRule }: Evidence): number {
  const stated = facts.filter((fact) => (fact.counted || fact.reason === 'contradicted') && pulls(of, fact))
  if (noRule.length > 0 || stated.some(({ id }) => !id.includes('/'))) return 0
  return stated.length > 0 ? LEAST_WITHOUT_A_NEED : LEAST_OF_A_CASE
}

/** 0–1: how likely a discussion with the message to the bot, read as one text, asks for a choice. */
function likelihood(engine: Engine, { thread = [], text }: Question, { of }: Routed): number {
  const whole = excerpt([...thread.map((message) => message.text), text].join('\n'))
  const parsed = parse(new Opened(whole, engine.lexicon), of.names)
  return gated(engine.knowledge.model.gate, parsed).situation
}
