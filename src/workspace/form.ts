import { type Block, type Element, elementsOf } from '../cards/block-kit/blocks.ts'

/** What a person filled in: `block_id/action_id` → the chosen values or the typed text. */
export type Given = Readonly<Record<string, readonly string[]>>
export type StateValues = Record<string, Record<string, object>>

/** The name under which the page sends an element's value. */
export function fieldName(blockId: string | undefined, element: Element): string {
  return `${blockId ?? ''}/${'action_id' in element ? (element.action_id ?? '') : ''}`
}

/** The `state.values` that Slack sends: every stateful element, with its initial value where nothing was given. */
export function stateValues(blocks: readonly Block[], given: Given, channel = ''): StateValues {
  const values: StateValues = {}
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const value = elementState(element, given[fieldName(block.block_id, element)], channel)
      if (!value || !('action_id' in element)) continue
      const group = values[block.block_id ?? ''] ?? {}
      group[element.action_id ?? ''] = value
      values[block.block_id ?? ''] = group
    }
  }
  return values
}

/** The required inputs that hold nothing, as Slack's own error per block. */
export function missingInputs(blocks: readonly Block[], values: StateValues): Record<string, string> {
  const missing: Record<string, string> = {}
  for (const block of blocks) {
    if (block.type !== 'input' || block.optional) continue
    const held: object = values[block.block_id ?? '']?.[block.element.action_id ?? ''] ?? {}
    const filled = Object.entries(held).some(
      ([key, value]) => key !== 'type' && value !== null && !(Array.isArray(value) && value.length === 0),
    )
    if (!filled) missing[block.block_id ?? ''] = 'Please complete this required field.'
  }
  return missing
}

/** One element's state as Slack words it; undefined for elements without a state (buttons). */
export function elementState(
  element: Element,
  given: readonly string[] | undefined,
  channel = '',
): object | undefined {
  const { type } = element
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: (given ? given[0] : element.initial_value) || null }
    case 'static_select': {
      const options = [
        ...(element.options ?? []),
        ...(element.option_groups ?? []).flatMap((group) => group.options),
      ]
      return {
        type,
        selected_option: given ? (chosen(options, given)[0] ?? null) : (element.initial_option ?? null),
      }
    }
    case 'radio_buttons':
      return {
        type,
        selected_option: given
          ? (chosen(element.options, given)[0] ?? null)
          : (element.initial_option ?? null),
      }
    case 'multi_static_select': {
      const options = [
        ...(element.options ?? []),
        ...(element.option_groups ?? []).flatMap((group) => group.options),
      ]
      return { type, selected_options: given ? chosen(options, given) : (element.initial_options ?? []) }
    }
    case 'checkboxes':
      return {
        type,
        selected_options: given ? chosen(element.options, given) : (element.initial_options ?? []),
      }
    case 'conversations_select': {
      const preset = element.initial_conversation ?? (element.default_to_current_conversation ? channel : '')
      return { type, selected_conversation: (given ? given[0] : preset) || null }
    }
    case 'users_select':
      return { type, selected_user: (given ? given[0] : element.initial_user) || null }
    case 'datepicker':
      return { type, selected_date: (given ? given[0] : element.initial_date) || null }
    case 'overflow':
      return given ? { type, selected_option: chosen(element.options, given)[0] ?? null } : undefined
    default:
      return undefined
  }
}

function chosen<T extends { value: string }>(options: readonly T[], values: readonly string[]): T[] {
  return options.filter((option) => values.includes(option.value))
}
