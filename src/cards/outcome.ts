import type { RuleOutcome, Verdict } from '../core/domain/answer.ts'
import type { CardKnowledge } from './card-types.ts'
import { escapeText } from './mrkdwn.ts'
import { type Marks, sourceId } from './sources.ts'
import { factWords, listed, pickName } from './wording.ts'

/** The rules that decided; where nothing separates the options the standing rule on that stands apart from them. */
export function decidedRules(verdict: Verdict): RuleOutcome[] {
  return verdict.decided.filter(({ rule }) => rule !== 'either')
}

/** What a rule rests on, as a noun phrase: "live updates and shared types". */
export function outcomeNoun(knowledge: CardKnowledge, verdict: Verdict, outcome: RuleOutcome): string {
  return listed(outcome.facts.map((id) => factWords(knowledge, verdict.comparison, id).noun))
}

/** The nouns of several outcomes, each once. */
export function outcomeNouns(
  knowledge: CardKnowledge,
  verdict: Verdict,
  outcomes: readonly RuleOutcome[],
): string[] {
  return [
    ...new Set(
      outcomes.flatMap((outcome) =>
        outcome.facts.map((id) => factWords(knowledge, verdict.comparison, id).noun),
      ),
    ),
  ]
}

/** "4 of 5 guides [1][2][4][5]": who says so, out of all guides; other sources after them, "also [6]". */
export function saidBy(cites: readonly string[], numbering: Marks): string {
  return `${guideCount(cites, numbering)} ${marks(cites, numbering)}`
}

function guideCount(cites: readonly string[], { guides, count }: Marks): string {
  const cited = new Set(cites.map(sourceId))
  return count(guides.filter(({ id }) => cited.has(id)).length)
}

function marks(cites: readonly string[], { guides, mark }: Marks): string {
  const ids = new Set(guides.map(({ id }) => id))
  const ours = mark(cites.filter((cite) => ids.has(sourceId(cite))))
  const others = mark(cites.filter((cite) => !ids.has(sourceId(cite))))
  return [ours, others].filter(Boolean).join(', also ')
}

/** Rules of the house that contradict each other, where that leaves the pick open; else none. */
export function contradicting({ pick, readings, decided }: Verdict): RuleOutcome[] {
  return pick === null && readings.length === 0 ? decided : []
}

/** A rule's reason as a sentence with its sources, option names filled in; no guide is counted behind a house's. */
export function reasonLine(verdict: Verdict, outcome: RuleOutcome, numbering: Marks): string {
  if (outcome.tier === 'must') return houseLine(outcome, numbering)
  const reason = outcome.because.replaceAll('{option}', pickName(verdict.comparison, outcome.option))
  return `${escapeText(reason)} ${saidBy(outcome.cites, numbering)}`
}

/** "House rule: The platform runs nothing else. [6]" */
export function houseLine({ because, cites }: RuleOutcome, { mark }: Marks): string {
  return `House rule: ${escapeText(because)} ${mark(cites)}`
}

/** A rule in short: "live updates (5 of 5 guides) [1][2]". */
export function shortReason(
  knowledge: CardKnowledge,
  verdict: Verdict,
  outcome: RuleOutcome,
  numbering: Marks,
): string {
  const noun = outcomeNoun(knowledge, verdict, outcome)
  if (!noun) return reasonLine(verdict, outcome, numbering)
  if (outcome.tier === 'must') return `House rule for ${escapeText(noun)} ${numbering.mark(outcome.cites)}`
  return `${escapeText(noun)} (${guideCount(outcome.cites, numbering)}) ${marks(outcome.cites, numbering)}`
}
