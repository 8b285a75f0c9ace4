import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { State } from '../cards/state.ts'
import type { Bot } from './bot.ts'
import { type Press, pressOf } from './press.ts'
import { type Reader, tell } from './private-line.ts'

export type PressArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs

/** What was pressed: the value of a button or of a chosen option, the state of its row, and its label. */
export interface Pressed {
  press: Press
  value: string
  row: string
  label: string
}

/** Acks a press and reads it; null for one that was delivered before. */
export async function pressed(bot: Bot, { ack, body, action, context }: PressArgs): Promise<Pressed | null> {
  await ack()
  if (!bot.seen.first(`press ${body.trigger_id}`)) return null
  const press = pressOf(bot, body, context.botUserId ?? '')
  if (action.type === 'button') {
    return { press, value: action.value ?? '', row: action.block_id, label: action.text.text }
  }
  if (action.type !== 'overflow' && action.type !== 'static_select') return null
  // Slack's types promise an option; a list that was cleared brings none.
  const { value = '', text } = action.selected_option ?? {}
  return { press, value, row: action.block_id, label: text?.text ?? '' }
}

/**
 * The state that a press brought, in the button or its row, or in the pressed message where a row is too short for
 * it; null after telling the presser why it cannot be answered any more.
 */
export async function stateOfPress(
  bot: Bot,
  press: Reader & Pick<Partial<Press>, 'carried'>,
  value: string,
): Promise<State | null> {
  const text = value.startsWith('{') ? value : (press.carried ?? value)
  const decoded = bot.views.decode(text)
  if (decoded.ok) return decoded.state
  await tell(bot, press, bot.views.problem(decoded))
  return null
}
