import type { Correction } from '../core/decision/given.ts'
import type { Verdict } from '../core/domain/answer.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { FactId } from '../core/domain/fact.ts'
import { isOfOption, kindOf } from '../core/domain/fact-kind.ts'
import type { CardContext, CardKnowledge } from './card-types.ts'
import { escapeText, harmless, link, oneLine, visible } from './mrkdwn.ts'
import { plainName } from './read-facts.ts'
import { counted, factWords, pickName } from './wording.ts'

/** Two lines on a phone, the last of them cut. */
const lineLength = 76
const namesShown = 2
/** Three lines on a phone. */
const sinceLength = 110

const valueWords = { yes: 'yes', no: 'no', maybe: 'not known' } as const

/** What happened to a verdict in its conversation: who corrected what, and what changed since the last card. */
export function changeLines(knowledge: CardKnowledge, verdict: Verdict, context: CardContext): string[] {
  const { corrected, since } = context
  return [
    ...(corrected ? [correctedLine(knowledge, verdict.comparison, corrected, context)] : []),
    ...(since ? [sinceLine(knowledge, verdict.comparison, since)] : []),
  ]
}

/** "Ben changed: Live updates to no, +2". */
function correctedLine(
  knowledge: CardKnowledge,
  comparison: Comparison,
  { user, corrections }: NonNullable<CardContext['corrected']>,
  { people }: CardContext,
): string {
  const by = user === undefined ? 'You' : plainName(people(user))
  const told = toldOf(corrections)
  const words = told
    .slice(0, namesShown)
    .map(({ id, value }) => `${factWords(knowledge, comparison, id).name} to ${valueWords[value]}`)
  const left = told.length - words.length
  return `${by} changed: ${harmless([...words, ...(left > 0 ? [`+${left}`] : [])].join(', '), lineLength)}`
}

/** Of a fact per option only the options that hold are told, where one does: that is what was chosen. */
function toldOf(corrections: readonly Correction[]): Correction[] {
  return corrections.filter(
    ({ id, value }) =>
      !isOfOption(id) ||
      value === 'yes' ||
      !corrections.some((other) => kindOf(other.id) === kindOf(id) && other.value === 'yes'),
  )
}

/** "Since my card at 10:07: added Live updates; dropped Shared types. It said Alpha." with as many names as fit. */
function sinceLine(
  knowledge: CardKnowledge,
  comparison: Comparison,
  { added, withdrawn, samePick, pick, time, permalink }: NonNullable<CardContext['since']>,
): string {
  const named = (ids: readonly FactId[], room: number) => {
    if (room === 0) return counted(ids.length, 'fact')
    const words = ids.slice(0, room).map((id) => factWords(knowledge, comparison, id).name)
    const left = ids.length - words.length
    return escapeText([...words, ...(left > 0 ? [`+${left}`] : [])].join(', '))
  }
  const label = time === undefined ? 'my last card' : `my card at ${oneLine(time)}`
  const card = permalink === undefined ? escapeText(label) : link(permalink, label)
  const verdict = samePick ? 'Same verdict' : `It said ${escapeText(pickName(comparison, pick))}`
  const line = (room: number) => {
    const changes = [
      ...(added.length > 0 ? [`added ${named(added, room)}`] : []),
      ...(withdrawn.length > 0 ? [`dropped ${named(withdrawn, room)}`] : []),
    ]
    return `Since ${card}: ${changes.join('; ') || 'no new facts'}. ${verdict}.`
  }
  const lines = [line(namesShown), line(1), line(0)]
  return lines.find((each) => visible(each).length <= sinceLength) ?? line(0)
}
