import type { Bot, Respond } from './bot.ts'
import { isPlaceRefusal, loggable, slackCode } from './errors.ts'
import { lineCard, post, postPrivately } from './reply.ts'

export interface Reader {
  user: string
  channel?: string | undefined
  thread?: string | undefined
  respond?: Respond | undefined
}

/**
 * Tells one person one line that nobody else sees: in the thread where there is one and the bot may write, else
 * through the response_url, else in the direct messages with the app. False when Slack refused all of them.
 */
export async function tell(bot: Bot, reader: Reader, escaped: string): Promise<boolean> {
  const { user, respond, channel, thread } = reader
  const card = lineCard(escaped)
  let left = false
  const ways: (() => Promise<unknown>)[] = []
  if (channel && (thread || !respond)) {
    ways.push(() => postPrivately(bot, { channel, thread }, user, card))
  }
  if (respond) {
    ways.push(() => respond({ ...card, response_type: 'ephemeral', replace_original: false }))
  }
  ways.push(() => post(bot, { channel: user }, card))
  // Whoever left the channel would not see a line in it, whatever way it takes.
  for (const [index, way] of ways.entries()) {
    if (left && index < ways.length - 1) continue
    try {
      await way()
      return true
    } catch (error) {
      left ||= slackCode(error) === 'user_not_in_channel'
      bot.log[isPlaceRefusal(error) ? 'debug' : 'warn']('private-line-refused', loggable(error))
    }
  }
  return false
}
