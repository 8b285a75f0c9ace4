import { button } from './blocks.ts'
import type { Button } from './card-types.ts'
import { encodeState, type State } from './state.ts'

/** A button that gives the answer to `state`. */
export function stateButton(action: string, label: string, state: State, about?: string): Button {
  return button(action, label, encodeState(state), about)
}
