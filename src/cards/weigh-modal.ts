import type { Answer } from '../core/domain/answer.ts'
import { card } from './card.ts'
import type { Block, CardContext, CardKnowledge, ModalView } from './card-types.ts'
import { callbackIds } from './ids.ts'
import { modal } from './loading-modal.ts'
import { withoutTables } from './plain-card.ts'

/**
 * The modal of the message shortcut: the verdict of the thread with the facts read, kept private by closing it, or
 * posted by its submit button. `metadata` is the caller's, at most 3,000 characters: where to post, and the state.
 * Without `canPost` (the bot is no member there) it offers no posting; the context's note says why.
 */
export function weighModal(
  knowledge: CardKnowledge,
  answer: Answer,
  context: CardContext,
  target: { metadata: string; canPost: boolean },
): ModalView {
  const view = modal('Weigh this thread', callbackIds.weigh, cardBlocks(knowledge, answer, context))
  return {
    ...view,
    private_metadata: target.metadata,
    ...(target.canPost
      ? {
          submit: { type: 'plain_text', text: 'Post to thread', emoji: false },
          close: { type: 'plain_text', text: 'Keep private', emoji: false },
        }
      : {}),
  }
}

/** An answer as a modal, for where there is no channel to answer in: the Home tab and the list of topics. */
export function answerModal(knowledge: CardKnowledge, answer: Answer, context: CardContext): ModalView {
  return modal('Answer', callbackIds.answer, cardBlocks(knowledge, answer, context))
}

function cardBlocks(knowledge: CardKnowledge, answer: Answer, context: CardContext): Block[] {
  return withoutTables(card(knowledge, answer, { ...context, surface: 'home' }).blocks)
}
