import { section } from './blocks.ts'
import type { Block, ModalView } from './card-types.ts'
import { callbackIds } from './ids.ts'

const titleLength = 24

/** A modal with a title of at most 24 characters and a button that closes it. */
export function modal(title: string, callback: string, blocks: Block[]): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    title: { type: 'plain_text', text: title.slice(0, titleLength), emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks,
  }
}

/** The view that stands while an answer is made: a trigger lives for three seconds only. */
export function loadingModal(title: string): ModalView {
  return modal(title, callbackIds.loading, [section('Reading the guides.')])
}
