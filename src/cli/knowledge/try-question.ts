import { answerWithConfidence } from '../../core/answer.ts'
import { THRESHOLDS } from '../../core/answering/thresholds.ts'
import type { Answer, Verdict } from '../../core/domain/answer.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import { prepare } from '../../core/engine.ts'
import { route } from '../../core/route.ts'
import type { Routed } from '../../core/routing/routed.ts'

const mostEntries = 3

/** How a question is answered, step by step, for whoever wants to know why: comparison, entries, facts, rules. */
export function tryQuestion(knowledge: Knowledge, text: string, asOf: string): string[] {
  const engine = prepare(knowledge)
  const { answer, confidence } = answerWithConfidence(engine, { text, asOf })
  const found = route(engine, { text })
  return [
    `answer       ${outcomeOf(answer)} (confidence ${confidence.toFixed(2)})`,
    ...(found ? routeLines(found.best, found.close) : []),
    ...(answer.kind === 'verdict' ? verdictLines(answer) : []),
  ]
}

/** An answer in a few words, the same for two answers that say the same. */
export function outcomeOf(answer: Answer): string {
  switch (answer.kind) {
    case 'verdict':
      return `verdict ${answer.leaning ? 'leaning to ' : ''}${answer.pick ?? 'open'} in ${answer.comparison.slug}`
    case 'comparison':
      return `overview of ${answer.comparison.slug}`
    case 'faq':
    case 'table':
      return `${answer.entry.entry} of ${answer.comparison.slug}`
    case 'ambiguous':
      return `offers ${answer.candidates.map(({ entry }) => entry).join(', ')} of ${answer.comparison.slug}`
    case 'not-covered':
      return answer.meant ? `asks whether ${answer.meant.comparison.slug} is meant` : 'not covered'
    case 'help':
      return 'help'
  }
}

function routeLines(best: Routed, close: Routed | null): string[] {
  const { of, match, parsed, situation, sure, foreign, pair } = best
  const names = parsed.mentions.map(({ option, from, to, inChoice }) => {
    const words = parsed.tokens.slice(from, to).map(({ word }) => word)
    return `${words.join(' ')} = ${option}${inChoice ? ' (in a choice)' : ''}`
  })
  const zone = sure >= THRESHOLDS.sure ? 'answers' : sure >= THRESHOLDS.offer ? 'offers' : 'refuses'
  return [
    `comparison   ${of.comparison.slug}${close ? `, close: ${close.of.comparison.slug}` : ''}`,
    ...listed('names', names),
    ...listed('foreign', [...foreign.map(({ name }) => name), ...(pair ? [`pair ${pair.title}`] : [])]),
    `case         ${situation.toFixed(2)} by the gate; a verdict from ${THRESHOLDS.situation}`,
    ...match.ranked
      .slice(0, mostEntries)
      .map(
        ({ entry, probability }, place) =>
          `${place === 0 ? 'entry    ' : 'runner-up'}    ${of.comparison.entries[entry]?.entry} ${probability.toFixed(2)}`,
      ),
    `matched      ${match.matched.join(', ') || 'nothing'}: ${Math.round(100 * match.coverage)} % of the question`,
    `zone         ${zone}: ${sure.toFixed(2)}; offers from ${THRESHOLDS.offer}, answers from ${THRESHOLDS.sure}`,
  ]
}

function verdictLines({ facts, decided, outweighed, nearMisses, noRule }: Verdict): string[] {
  return [
    ...facts.map(({ id, value, counted, reason, quote, probability }) => {
      const why = counted ? '' : `, not counted: ${reason ?? 'unclear'}`
      return `fact         ${id} = ${value} (${probability.toFixed(2)}${why}) "${quote ?? ''}"`
    }),
    ...decided.map(({ rule, tier, option }) => `decided      ${rule} (tier ${tier}) for ${option}`),
    ...outweighed.map(({ rule, tier, option }) => `outweighed   ${rule} (tier ${tier}) for ${option}`),
    ...nearMisses.map(({ rule, lacks }) => `missed       ${rule}: lacks ${lacks.join(', ')}`),
    ...noRule.map(({ quote }) => `no rule for  "${quote}"`),
  ]
}

function listed(name: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`${name.padEnd(12)} ${items.join('; ')}`] : []
}
