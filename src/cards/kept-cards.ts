import type { Answer } from '../core/domain/answer.ts'
import type { Card, CardContext } from './card-types.ts'

type Build = (answer: Answer, context: CardContext) => Card

interface Kept {
  asOf: string
  command: string
  card: Card
}

/**
 * Builds cards, and keeps those of entries: to whoever asks alone an entry says the same all day. At most one card per
 * entry, the one that was asked for last; nothing of questions or people is kept.
 */
export function keptCards(build: Build): Build {
  const kept = new WeakMap<object, Kept>()
  return (answer, context) => {
    const entry = entryOf(answer)
    if (!entry || !isPlain(context)) return build(answer, context)
    const { asOf, command } = context
    const known = kept.get(entry)
    if (known?.asOf === asOf && known.command === command) return known.card
    const card = build(answer, context)
    kept.set(entry, { asOf, command, card })
    return card
  }
}

/** What alone decides an answer; undefined where the question has a part in it. */
function entryOf(answer: Answer): object | undefined {
  if (answer.kind === 'faq' || answer.kind === 'table') return answer.entry
  return answer.kind === 'comparison' ? answer.comparison : undefined
}

/** True for a card that names nobody and says nothing of how somebody came to it. */
function isPlain({ surface, sharedBy, answered, note, thread }: CardContext): boolean {
  return surface === 'private' && !sharedBy && !answered && note === undefined && !thread
}
