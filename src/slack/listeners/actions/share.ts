import type { State } from '../../../cards/state.ts'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { isPlaceRefusal } from '../../errors.ts'
import type { Press } from '../../press.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { tell } from '../../private-line.ts'
import { post, respondWith } from '../../reply.ts'

/**
 * Share here: posts the answer once, with who asked what. Where the bot is no member the response_url posts it,
 * which Slack allows anywhere.
 */
export async function shareHere(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (found && state) await shareState(bot, found.press, state)
}

/** The same from the menu, whose row has the state. */
export async function shareState(bot: Bot, press: Press, state: State): Promise<void> {
  const { channel } = press
  if (!channel) return
  const once = `share ${channel} ${press.user} ${press.ts}`
  if (!bot.seen.first(once)) {
    await tell(bot, press, 'I shared this here already.')
    return
  }
  try {
    const { answer, context } = await answerAgain(bot, press, state)
    const asked = bot.recall.asked(press.user, state)
    const card = bot.views.card(answer, {
      ...context,
      surface: channel.startsWith('D') ? 'dm' : 'channel',
      asker: press.user,
      sharedBy: asked === undefined ? { user: press.user } : { user: press.user, asked },
    })
    try {
      await post(bot, { channel }, card)
    } catch (error) {
      if (!isPlaceRefusal(error) || !press.respond) throw error
      await respondWith(bot, press.respond, card, { inChannel: true })
    }
  } catch (error) {
    bot.seen.forget(once)
    throw error
  }
}
