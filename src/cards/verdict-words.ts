import type { Flip, RuleOutcome, Verdict } from '../core/domain/answer.ts'
import { once } from '../core/once.ts'
import type { CardKnowledge } from './card-types.ts'
import { escapeText } from './mrkdwn.ts'
import { reasonLine, shortReason } from './outcome.ts'
import type { Marks } from './sources.ts'
import { factWords, listed, pickName } from './wording.ts'

/** The words of a verdict, each made once: a card is built several times until it fits. */
export interface VerdictWords {
  knowledge: CardKnowledge
  verdict: Verdict
  numbering: Marks
  short: (outcome: RuleOutcome) => string
  full: (outcome: RuleOutcome) => string
  flip: (flip: Flip) => string
}

export function verdictWords(knowledge: CardKnowledge, verdict: Verdict, numbering: Marks): VerdictWords {
  return {
    knowledge,
    verdict,
    numbering,
    short: once((outcome) => shortReason(knowledge, verdict, outcome, numbering)),
    full: once((outcome) => reasonLine(verdict, outcome, numbering)),
    flip: once((flip) => flipWords(knowledge, verdict, flip)),
  }
}

/** "live updates are dropped → Beta", escaped. */
export function flipWords(knowledge: CardKnowledge, verdict: Verdict, flip: Flip): string {
  const changes = flip.changes.map(({ id, value }) => {
    const words = factWords(knowledge, verdict.comparison, id)
    return value === 'yes' ? words.whenTrue : words.whenFalse
  })
  return escapeText(`${listed(changes)} → ${pickName(verdict.comparison, flip.pick)}`)
}
