/** Every action that a card, modal or Home tab can send. Several buttons of one action in a row are numbered. */
export const actionIds = {
  case: 'case',
  choice: 'choice',
  why: 'why',
  sources: 'sources',
  fullTable: 'full-table',
  share: 'share',
  more: 'more',
  remove: 'remove',
  showEntry: 'show-entry',
  topics: 'topics',
  form: 'form',
  fact: 'fact',
  moreFacts: 'more-facts',
} as const
export type ActionId = (typeof actionIds)[keyof typeof actionIds]

/** Modals and shortcuts. `weigh` is the message shortcut; `form` is the modal that it opens, as others do. */
export const callbackIds = {
  weigh: 'weigh-thread',
  form: 'facts-form',
  why: 'why-view',
  sources: 'sources-view',
  topics: 'topics-view',
  answer: 'answer-view',
  table: 'table-view',
  loading: 'loading-view',
} as const

/** Type of the metadata event on every card that is posted. */
export const metadataType = 'stack_verdict_card'

/** The action id of the `index`-th button of its kind: `case/1`. */
export function numberedAction(action: ActionId, index: number): string {
  return `${action}/${index}`
}
