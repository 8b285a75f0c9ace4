import { encodeState, type State } from '../../../cards/state.ts'
import { parseEntryValue } from '../../../cards/topics-modal.ts'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { changeCard } from '../../change-card.ts'
import { fillModal, openModal } from '../../modal.ts'
import type { Press } from '../../press.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { replacePrivate, showPrivately } from '../../show.ts'

/** A topic was chosen from a card, a list or the Home tab. */
export async function showEntry(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, stateText(found.value)))
  if (found && state) await showState(bot, found.press, state)
}

/**
 * Shows what a state stands for. Reading is private: a card that others see changes only for whoever asked for it;
 * in a modal the modal changes, and the Home tab opens one.
 */
export async function showState(bot: Bot, press: Press, state: State): Promise<void> {
  const { channel, ts, thread } = press
  if (channel && ts && press.surface !== 'private' && !press.view && press.owner === press.user) {
    return await changeCard(bot, { channel, ts, thread }, press, state, () => ({ state, told: {} }))
  }
  const { answer, context } = await answerAgain(bot, press, state)
  if (press.view) {
    return await fillModal(bot, press.view, bot.views.answerModal(answer, context))
  }
  if (press.surface === 'home') {
    return await openModal(bot, press, 'Answer', async () => bot.views.answerModal(answer, context))
  }
  if (press.surface === 'private') {
    return await replacePrivate(bot, press, bot.views.card(answer, context))
  }
  await showPrivately(bot, press, bot.views.card(answer, { ...context, surface: 'private' }))
}

/** Buttons bring a state; an option of a list has room for the topic alone. */
function stateText(value: string): string {
  if (value.startsWith('{')) return value
  return encodeState({ kind: 'faq', facts: {}, ...parseEntryValue(value) })
}
