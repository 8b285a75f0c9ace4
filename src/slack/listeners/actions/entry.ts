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
 * Shows what a state stands for. Reading is private: an answer that others see stays for all, and whoever chose
 * something on it sees that beside it. Only an offer (which topic, what was meant) becomes the answer, for whoever
 * asked. A card that one person sees changes in its place; in a modal the modal changes, and the Home tab opens one.
 */
export async function showState(bot: Bot, press: Press, state: State): Promise<void> {
  const { channel, ts, thread, user, view, surface } = press
  if (channel && ts && !view && surface !== 'private') {
    if (becomesIt(press)) {
      return await changeCard(bot, { channel, ts, thread }, press, state, () => ({ state, told: {} }))
    }
    const { answer, context } = await answerAgain(bot, { ...press, surface: 'private', owner: user }, state)
    return await showPrivately(bot, press, bot.views.card(answer, context))
  }
  if (surface === 'home' && !view) {
    return await openModal(bot, press, 'Answer', async () => {
      const { answer, context } = await answerAgain(bot, press, state)
      return bot.views.answerModal(answer, context)
    })
  }
  const { answer, context } = await answerAgain(bot, press, state)
  if (view) {
    return await fillModal(bot, view, bot.views.answerModal(answer, context))
  }
  await replacePrivate(bot, press, bot.views.card(answer, context))
}

/** True for a posted card that becomes what its owner chose. A card that carries a state is an answer, no offer. */
function becomesIt({ surface, owner, user, carried }: Press): boolean {
  return owner === user && (surface === 'dm' || carried === undefined)
}

/** Buttons bring a state; an option of a list has room for the topic alone. */
function stateText(value: string): string {
  if (value.startsWith('{')) return value
  return encodeState({ kind: 'faq', facts: {}, ...parseEntryValue(value) })
}
