import type { Question } from '../domain/question.ts'
import type { Engine } from '../engine.ts'
import { excerpt } from '../language/pieces.ts'
import { takeApart } from '../language/text.ts'
import { foreignNames } from '../matching/foreign.ts'
import { namedPair } from '../matching/named-pair.ts'
import type { Routed } from '../route.ts'
import { verdictOn } from '../verdict.ts'
import { ambiguous } from './ambiguous.ts'
import { type Answered, share } from './answered.ts'
import { isAskedFor } from './asked-for.ts'
import { sharesTopic } from './near.ts'
import { notCovered } from './not-covered.ts'
import { ownCase, pulls } from './own-case.ts'
import { SURER_THAN_A_CASE, THRESHOLDS } from './thresholds.ts'
import { bestTopic } from './topic.ts'

/** From here a message is a case of one's own, whatever other names stand in it. */
const SURELY_A_CASE = 0.8

/** A message outside threads: a verdict on a case of one's own, else an entry, three to choose from, or a refusal. */
export function answerText(engine: Engine, question: Question, routed: Routed): Answered {
  const { of, parsed, sure } = routed
  const asked = excerpt(question.text)
  // In what was parsed, mentions of people are blanked; most questions have none.
  const words = asked.includes('@') ? takeApart(asked) : parsed
  const foreign = foreignNames(asked, engine.foreign, words)
  const pair = namedPair(of.pairs, words, foreign)
  const { situation, facts } = ownCase(engine, question, routed)
  const confidence = Math.max(situation, share(sure))
  const other = foreign.find((name) => isAskedFor(name, routed))
  // A case of one's own may name what else it runs; only a question is about the pair itself.
  if (situation < SURELY_A_CASE && (pair || other)) {
    const name = pair && pair.sides.length > 1 ? null : (other?.name ?? null)
    return { answer: notCovered(engine, routed, { name, pair }), confidence: confidence * 0.3 }
  }
  if (facts && situation >= THRESHOLDS.situation) {
    const nothing = !facts.facts.some((fact) => fact.counted && fact.value === 'yes' && pulls(engine, fact))
    if (!(nothing && situation < 0.9 && sure >= SURER_THAN_A_CASE)) {
      return { answer: verdictOn(engine, of, question, facts), confidence }
    }
  }
  const shares = sharesTopic(engine, routed)
  if (shares && sure >= THRESHOLDS.sure) return { answer: bestTopic(routed), confidence }
  if (shares && sure >= THRESHOLDS.offer) return { answer: ambiguous(routed), confidence }
  // Beside our own names another one is not what the question is about.
  const [name] = routed.named === 0 ? foreign : []
  return { answer: notCovered(engine, routed, name ? { name: name.name, pair: null } : null), confidence }
}
