import { RespondError } from '@slack/bolt'
import type { Bot } from '../../bot.ts'
import type { Press } from '../../press.ts'
import { tell } from '../../private-line.ts'

/** Remove: for whoever asked or shared the card, nobody else. Works where the bot is no member. */
export async function removeCard(bot: Bot, press: Press, owner: string): Promise<void> {
  if (owner !== press.user) {
    await tell(bot, press, 'Only whoever asked for this card may remove it.')
    return
  }
  const { respond, channel, ts } = press
  try {
    await respond?.({ delete_original: true })
  } catch (error) {
    if (!(error instanceof RespondError) || !channel || !ts) throw error
    await bot.clients.web.chat.delete({ channel, ts })
  }
}
