import { type Block, type Element, elementsOf } from '../cards/block-kit/blocks.ts'
import { elementState } from './form.ts'

/** The action of a press as Slack words it. Throws with the known names when nothing has that name. */
export function pressedAction(
  blocks: readonly Block[],
  action: string,
  blockId: string | undefined,
  choice: readonly string[],
  actionTs: string,
): object {
  const known: string[] = []
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      if (!('action_id' in element)) continue
      const label = element.type === 'button' ? element.text.text : undefined
      known.push(label ?? element.action_id ?? element.type)
      const named = element.action_id === action || label === action
      if (!named || (blockId !== undefined && block.block_id !== blockId)) continue
      const base = {
        type: element.type,
        action_id: element.action_id,
        block_id: block.block_id,
        action_ts: actionTs,
      }
      return { ...base, ...pressDetails(element, choice) }
    }
  }
  throw new Error(`Nothing to press is called "${action}"; there is: ${known.join(', ') || 'nothing'}.`)
}

function pressDetails(element: Element, choice: readonly string[]): object {
  if (element.type === 'button' || element.type === 'icon_button') {
    return { text: element.text, ...(element.value === undefined ? {} : { value: element.value }) }
  }
  if (element.type === 'feedback_buttons') {
    const { text, value } = choice[0] === 'negative' ? element.negative_button : element.positive_button
    return { text, value }
  }
  return elementState(element, choice) ?? {}
}
