import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Bot } from '../../bot.ts'
import { wordsOf } from '../../text.ts'
import { answerCall } from './conversation.ts'

/** A direct message to the app: answered where it stands. Anything but a person's fresh message is left alone. */
export async function answerDirectMessage(
  bot: Bot,
  { event, body, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.subtype !== undefined || event.channel_type !== 'im' || 'bot_id' in event) return
  const { user, channel, ts, thread_ts: thread } = event
  if ('edited' in event || !bot.seen.first(`event ${body.event_id}`, `message ${channel} ${ts}`)) return
  const botUser = context.botUserId ?? ''
  const text = wordsOf(event, botUser)
  await answerCall(bot, { text, user, channel, ts, thread, answerThread: thread, surface: 'dm', botUser })
}
