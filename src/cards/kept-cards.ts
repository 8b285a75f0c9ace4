import type { Answer } from '../core/domain/answer.ts'
import type { Card, CardContext } from './card-types.ts'

type Build = (answer: Answer, context: CardContext) => Card

interface Kept {
  /** The subject of the answer that is offered beside it. */
  beside: object | undefined
  asOf: string
  command: string
  card: Card
}

/**
 * Builds cards, and keeps those of entries and of what is covered: to whoever asks alone these say the same all day. At
 * most one card of each, the one that was asked for last; nothing of questions or people is kept.
 */
export function keptCards(build: Build): Build {
  const kept = new WeakMap<object, Kept>()
  return (answer, context) => {
    const subject = subjectOf(answer)
    const elsewhere = 'elsewhere' in answer ? answer.elsewhere : undefined
    const beside = elsewhere && subjectOf(elsewhere)
    if (!subject || (elsewhere && !beside) || !isPlain(context)) return build(answer, context)
    const { asOf, command } = context
    const known = kept.get(subject)
    if (known?.beside === beside && known?.asOf === asOf && known.command === command) return known.card
    const card = build(answer, context)
    kept.set(subject, { beside, asOf, command, card })
    return card
  }
}

/** What alone decides what an answer says; undefined where the question has a part in it. */
function subjectOf(answer: Answer): object | undefined {
  if ('unweighed' in answer) return undefined
  if (answer.kind === 'faq' || answer.kind === 'table') return answer.entry
  if (answer.kind === 'help' && !answer.courtesy) return answer.covered
  return answer.kind === 'comparison' ? answer.comparison : undefined
}

/** True for a card that names nobody and says nothing of how somebody came to it. */
function isPlain({ surface, sharedBy, answered, note, thread }: CardContext): boolean {
  return surface === 'private' && !sharedBy && !answered && note === undefined && !thread
}
