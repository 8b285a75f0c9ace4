import type { Card } from '../cards/card-types.ts'
import type { Bot } from './bot.ts'
import { isPlaceRefusal } from './errors.ts'
import type { Press } from './press.ts'
import { post, postPrivately, respondWith } from './reply.ts'

/** Puts a card in the place of the pressed private one. */
export async function replacePrivate(bot: Bot, press: Press, card: Card): Promise<void> {
  if (press.respond) await respondWith(bot, press.respond, card, { replace: true })
  else await showPrivately(bot, press, card)
}

/** Shows a card to the presser alone: beside the pressed one, in its thread where the bot may write there. */
export async function showPrivately(bot: Bot, press: Press, card: Card): Promise<void> {
  const { channel, thread, user, respond } = press
  if (channel && thread) {
    try {
      return await postPrivately(bot, { channel, thread }, user, card)
    } catch (error) {
      if (!isPlaceRefusal(error) || !respond) throw error
    }
  }
  if (respond) await respondWith(bot, respond, card)
  else await post(bot, { channel: user }, card)
}
