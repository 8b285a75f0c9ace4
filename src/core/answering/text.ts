import type { Answer } from '../domain/answer.ts'
import { isAside } from '../domain/catalogue.ts'
import type { ReadFact } from '../domain/fact.ts'
import { isOfOption } from '../domain/fact-kind.ts'
import type { Question } from '../domain/question.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { saidWords } from '../language/text.ts'
import type { ForeignName } from '../matching/foreign.ts'
import { isAskedFor } from '../routing/asked-for.ts'
import type { Routed } from '../routing/routed.ts'
import { namesOf } from '../routing/unweighed.ts'
import { type Evidence, factsOf, verdictOn } from '../verdict.ts'
import { type Answered, share } from './answered.ts'
import { fromEntries } from './from-entries.ts'
import { notCovered, notRead, subjectOf } from './not-covered.ts'
import { ownCase, pulls, saysSkill } from './own-case.ts'
import { SURELY_A_CASE, SURER_THAN_A_CASE, SURER_THAN_NOTHING, THRESHOLDS } from './thresholds.ts'
import { bestEntry } from './topic.ts'

/** Words of a question that is about a name because it holds one ("what is kafka good for"). */
const LONGEST_ON_A_NAME = 8

/** A message outside threads: a verdict on a case of one's own, else an entry, three to choose from, or a refusal. */
export function answerText(engine: Engine, question: Question, routed: Routed): Answered {
  if (engine.otherLanguages.isSure(routed.parsed)) return { answer: notRead(engine, routed), confidence: 0.1 }
  const { situation, facts } = ownCase(engine, question, routed)
  const { answer, trust = 1 } = answerOf(engine, question, routed, situation, facts)
  return {
    answer: withUnweighed(answer, routed),
    // Entries may not have been looked at for the answer.
    get confidence() {
      return trust * Math.max(situation, share(routed.sure))
    },
  }
}

/** The answer, and how far its confidence is to be trusted where that is not wholly. */
function answerOf(
  engine: Engine,
  question: Question,
  routed: Routed,
  situation: number,
  facts: Evidence | null,
): { answer: Answer; trust?: number } {
  const { of, foreign, unknown, pair } = routed
  const other = routed.unweighed.length > 0 ? undefined : foreign.find((name) => isAskedFor(name, routed))
  // A case of one's own may name what else it runs; only a question is about the pair itself.
  if ((pair || other) && !isSurelyOurs(routed, situation, facts) && !isAnswered(routed)) {
    const name = pair && pair.sides.length > 1 ? null : other ? subjectOf(other, routed) : null
    return { answer: notCovered(engine, routed, { name, pair }), trust: 0.3 }
  }
  if (facts && situation >= THRESHOLDS.situation) {
    const counted = facts.facts.filter((fact) => fact.counted)
    const nothing = !counted.some((fact) => fact.value === 'yes' && pulls(of, fact))
    // A case of which no word was understood, and which a described situation fits: that speaks for it.
    const described = counted.length === 0 && bestEntry(routed)?.kind === 'scenario'
    const general = nothing
      ? (situation < 0.9 || described) && routed.sure >= SURER_THAN_NOTHING
      : routed.situation < THRESHOLDS.situation && !saysSkill(of, counted) && routed.sure >= SURER_THAN_A_CASE
    if (!general) return { answer: verdictOn(engine, of, question, facts) }
  }
  const entry = fromEntries(engine, routed)
  if (entry) return { answer: entry }
  const told = isChoice(routed) && !other ? (facts ?? factsOf(engine, of, question, routed.parsed)) : null
  if (told?.facts.some((fact) => isNeed(of, fact))) return { answer: verdictOn(engine, of, question, told) }
  // Beside our own names, or in passing in a longer text, another one is not what the question is about.
  const short = saidWords(routed.parsed.tokens).length <= LONGEST_ON_A_NAME
  const name = routed.named === 0 && unknown.find(({ chosen, asked }) => chosen || asked || short)
  return { answer: notCovered(engine, routed, name ? { name: name.name, pair: null } : null) }
}

function isChoice({ parsed }: Routed): boolean {
  return parsed.mentions.some(({ inChoice }) => inChoice)
}

/** What somebody chooses for ("A or B for a plain API"): a need that counts, surely, though no rule may use it. */
function isNeed({ catalogue }: PreparedComparison, { id, counted, value, probability }: ReadFact): boolean {
  if (!counted || value !== 'yes' || probability < 0.8 || isOfOption(id)) return false
  return !isAside(catalogue, id)
}

/** True for what is surely a case, unless it asks about other names or tells nothing beside them. */
function isSurelyOurs(routed: Routed, situation: number, facts: Evidence | null): boolean {
  if (situation < SURELY_A_CASE) return false
  const theirs = foreignChoice(routed)
  return !theirs || !(isAsked(routed, theirs) || tellsNothing(routed.of, facts))
}

/** The last of names that are not ours and set against each other, where none of ours is named, nor ours called. */
function foreignChoice({ of, named, foreign, called, parsed: { tokens } }: Routed): ForeignName | undefined {
  if (named > 0 || called || of.cues.within(tokens, 0, tokens.length)) return undefined
  const chosen = foreign.filter((name) => name.chosen)
  return chosen.length > 1 ? chosen.at(-1) : undefined
}

/** "X or Y for our screens?": the question ends with a name, but for a few words. */
function isAsked({ parsed: { folded } }: Routed, { end }: ForeignName): boolean {
  return /^[^.,;:!?\n]*\?/.test(folded.slice(end))
}

/** True where nothing is said that counts for one of the options. */
function tellsNothing(of: PreparedComparison, facts: Evidence | null): boolean {
  return !facts?.facts.some((fact) => fact.counted && pulls(of, fact))
}

/** True where the entry next to a pair is said to answer it, and surely does. */
function isAnswered(routed: Routed): boolean {
  const { pair } = routed
  if (!pair?.answered || routed.sure < THRESHOLDS.sure) return false
  return bestEntry(routed)?.entry === pair.nearest
}

/** An answer that says which names beside its options it leaves out. */
function withUnweighed(answer: Answer, routed: Routed): Answer {
  if (answer.kind !== 'verdict' && answer.kind !== 'faq' && answer.kind !== 'comparison') return answer
  return routed.unweighed.length > 0 ? { ...answer, unweighed: namesOf(routed.unweighed) } : answer
}
