import type { Answer } from '../core/domain/answer.ts'
import { card } from './card.ts'
import type { CardContext, CardKnowledge, ModalView } from './card-types.ts'
import { callbackIds } from './ids.ts'
import { modal } from './loading-modal.ts'
import { withoutTables } from './plain-card.ts'

/** An answer as a modal, for where there is no channel to answer in: the Home tab and the list of topics. */
export function answerModal(knowledge: CardKnowledge, answer: Answer, context: CardContext): ModalView {
  const { blocks } = card(knowledge, answer, { ...context, surface: 'home' })
  return modal('Answer', callbackIds.answer, withoutTables(blocks))
}
