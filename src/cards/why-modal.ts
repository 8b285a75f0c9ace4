import type {
  Answer,
  NearMiss,
  RuleOutcome,
  TableAnswer,
  TopicAnswer,
  Verdict,
} from '../core/domain/answer.ts'
import type { Claim } from '../core/domain/citation.ts'
import type { Position } from '../core/domain/entry.ts'
import type { ReadFact } from '../core/domain/fact.ts'
import { agreementLine } from './agreement.ts'
import { section, smallPrint, titledSections } from './blocks.ts'
import type { Block, CardContext, CardKnowledge, ModalView } from './card-types.ts'
import { callbackIds } from './ids.ts'
import { verdictLine } from './line-one.ts'
import { modal } from './loading-modal.ts'
import { bold, escapeText } from './mrkdwn.ts'
import { decidedRules, houseLine, outcomeNoun, reasonLine } from './outcome.ts'
import { givenFacts, quoted } from './read-facts.ts'
import { readingLines } from './readings.ts'
import { type Numbering, numberSources } from './sources.ts'
import { citedBy } from './topic.ts'
import { flipWords } from './verdict-words.ts'
import { capitalized, factWords, listed, partName, pickName, reasonWords, sentence } from './wording.ts'

const mostBlocks = 98
const idLength = 1500

/** All that stands behind a card: how a verdict came about, or everything that the guides say on a topic. */
export function whyModal(knowledge: CardKnowledge, answer: Answer, context: CardContext): ModalView {
  const numbering = numberSources(answer)
  const blocks = whyBlocks(knowledge, answer, context, numbering)
  const kept = blocks.slice(0, mostBlocks)
  const left = blocks.length - kept.length
  return modal(
    'Why?',
    callbackIds.why,
    left > 0 ? [...kept, smallPrint(`${left} more parts not shown.`)] : kept,
  )
}

function whyBlocks(
  knowledge: CardKnowledge,
  answer: Answer,
  context: CardContext,
  numbering: Numbering,
): Block[] {
  switch (answer.kind) {
    case 'verdict':
      return verdictBlocks(knowledge, answer, context, numbering)
    case 'faq':
    case 'table':
      return entryBlocks(answer, numbering)
    case 'comparison':
      return [
        section(escapeText(answer.comparison.overview.answer)),
        ...titledSections(`Where the ${answer.comparison.voices.many} stand`, standLines(answer, numbering)),
      ]
    default:
      return [section('This card weighs nothing: no rule took part.')]
  }
}

function verdictBlocks(
  knowledge: CardKnowledge,
  verdict: Verdict,
  context: CardContext,
  numbering: Numbering,
): Block[] {
  const { rules } = verdict.comparison
  const outcome = (each: RuleOutcome) => outcomeLines(knowledge, verdict, each, numbering)
  const claims: Claim[] = [
    ...(verdict.pick === 'both' ? [{ text: rules.both.because, cites: rules.both.cites }] : []),
    ...(verdict.pick === 'either'
      ? [{ text: rules.either.because, cites: rules.either.cites }, ...rules.either.leans]
      : []),
    ...(verdict.deadlock ? [rules.deadlock] : []),
  ]
  const given = new Set(givenFacts(verdict))
  const counted = verdict.facts.filter(
    (fact) => fact.counted && (fact.quote !== undefined || given.has(fact)),
  )
  const uncounted = verdict.facts.filter((fact) => !fact.counted)
  return [
    section(bold(escapeText(verdictLine(knowledge, verdict)))),
    ...titledSections('Decided by', decidedRules(verdict).flatMap(outcome)),
    ...titledSections(`What the ${verdict.comparison.voices.many} say then`, claimLines(claims, numbering)),
    ...titledSections('Outweighed', verdict.outweighed.flatMap(outcome)),
    ...titledSections(
      'Did not apply',
      verdict.nearMisses.map((miss) => missLine(knowledge, verdict, miss)),
    ),
    ...titledSections('Comes out differently', readingLines(knowledge, verdict)),
    ...titledSections(
      'Would change it',
      verdict.flips.map((flip) => `• ${flipWords(knowledge, verdict, flip)}`),
    ),
    ...titledSections(
      'Counted',
      counted.map((fact) => factLine(knowledge, verdict, fact, context)),
    ),
    ...titledSections(
      'Not counted',
      uncounted.map((fact) => factLine(knowledge, verdict, fact, context)),
    ),
    ...titledSections(
      'No rule for',
      verdict.noRule.map((need) => `• ${quoted(need, context)}`),
    ),
    ...titledSections(`Where the ${verdict.comparison.voices.many} stand`, standLines(verdict, numbering)),
    ...(verdict.id.length <= idLength ? [smallPrint(`Replay id: ${escapeText(verdict.id)}`)] : []),
  ]
}

/** A rule as it took part: option, part, needs and reason, then what speaks against it. */
function outcomeLines(
  knowledge: CardKnowledge,
  verdict: Verdict,
  outcome: RuleOutcome,
  numbering: Numbering,
): string[] {
  const option = pickName(verdict.comparison, outcome.option)
  const part = outcome.part === 'whole' ? '' : ` for ${partName(knowledge, verdict.comparison, outcome.part)}`
  const noun = outcomeNoun(knowledge, verdict, outcome)
  const head = escapeText(`${option}${part}${noun ? `, given ${noun}` : ''}`)
  return [
    `• ${head}: ${reasonLine(verdict, outcome, numbering)}`,
    ...outcome.but.map(({ text, cites }) => `    But: ${escapeText(text)} ${numbering.mark(cites)}`),
  ]
}

function missLine(knowledge: CardKnowledge, verdict: Verdict, miss: NearMiss): string {
  const lacks = miss.lacks.map((id) => factWords(knowledge, verdict.comparison, id).noun)
  return escapeText(`• ${pickName(verdict.comparison, miss.option)}: would need ${listed(lacks)}.`)
}

function factLine(knowledge: CardKnowledge, verdict: Verdict, fact: ReadFact, context: CardContext): string {
  const name = factWords(knowledge, verdict.comparison, fact.id).name
  const value = fact.value === 'yes' ? '' : `, ${fact.value}`
  const reason = fact.counted ? '' : ` (${reasonWords(fact.reason)})`
  // A press keeps no words: what it gave and what was said before it stand there alike.
  const words = fact.quote === undefined ? '' : `: ${quoted(fact, context)}`
  return `• ${escapeText(name + value)}${words}${reason}`
}

function standLines(
  { comparison, rows }: Pick<Verdict, 'comparison' | 'rows'>,
  numbering: Numbering,
): string[] {
  return rows.map(
    ({ criterion, agreement }) =>
      `• ${escapeText(sentence(criterion.title))} ${agreementLine(comparison, agreement, numbering, { silent: true })}`,
  )
}

function entryBlocks(answer: TopicAnswer | TableAnswer, numbering: Numbering): Block[] {
  const { entry, comparison } = answer
  const agreement = answer.kind === 'faq' ? answer.agreement : null
  const rows = answer.kind === 'faq' ? answer.rows : []
  const said =
    rows.length > 0
      ? ''
      : agreement && agreement.speaking > 0
        ? agreementLine(comparison, agreement, numbering, { silent: true })
        : citedBy(answer, numbering)
  const caveat = entry.kind === 'table' && entry.caveat ? [entry.caveat] : []
  const differ = entry.kind === 'criterion' && entry.differ ? [entry.differ] : []
  const positions = entry.kind === 'table' ? [] : entry.positions
  return [
    section([bold(escapeText(entry.answer)), said].filter(Boolean).join('\n')),
    ...titledSections(
      `Where the ${comparison.voices.many} stand`,
      standLines({ comparison, rows }, numbering),
    ),
    ...titledSections(
      'Rules of this house',
      answer.kind === 'faq' ? (answer.house ?? []).map((rule) => houseLine(rule, numbering)) : [],
    ),
    ...titledSections('Because', claimLines([...caveat, ...entry.points], numbering)),
    ...titledSections('Also said', claimLines(entry.more, numbering)),
    ...titledSections(
      `${capitalized(comparison.voices.one)} by ${comparison.voices.one}`,
      positions.flatMap((position) => positionLines(answer, position, numbering)),
    ),
    ...titledSections('Where they differ', claimLines(differ, numbering)),
    ...titledSections(`Beside the ${comparison.voices.many}`, claimLines(entry.checks, numbering)),
  ]
}

function claimLines(claims: readonly Claim[], { mark }: Numbering): string[] {
  return claims.map(({ text, cites }) => `• ${escapeText(text.trim())} ${mark(cites)}`)
}

/** What one guide says of each option, and which it names. */
function positionLines(
  { comparison }: TopicAnswer | TableAnswer,
  position: Position,
  numbering: Numbering,
): string[] {
  const publisher = comparison.sources.find(({ id }) => id === position.guide)?.publisher ?? position.guide
  const named: Record<string, string> = {
    mixed: 'mixed',
    none: 'names none',
    both: 'both',
    neither: 'neither',
  }
  const pick = named[position.winner] ?? pickName(comparison, position.winner)
  const says = Object.entries(position.says).map(
    ([option, text]) => `    ${escapeText(`${pickName(comparison, option)}: ${text}`)}`,
  )
  const note = position.note ? [`    ${escapeText(position.note)}`] : []
  return [`• ${numbering.mark(position.at)} ${escapeText(`${publisher}: ${pick}`)}`, ...says, ...note]
}
