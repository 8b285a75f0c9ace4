import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Bot } from '../../bot.ts'
import { wordsOf } from '../../text.ts'
import { answerCall } from './conversation.ts'

/** A mention in a channel or thread: answered in the thread, once; edits and bots are no callers. */
export async function answerMention(
  bot: Bot,
  { event, body, context }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs,
): Promise<void> {
  const { user, channel, ts, thread_ts: thread } = event
  if (!user || event.bot_id || event.edited || event.subtype) return
  if (!bot.seen.first(`event ${body.event_id}`, `message ${channel} ${ts}`)) return
  const botUser = context.botUserId ?? ''
  const text = wordsOf(event, botUser)
  const answerThread = thread ?? ts
  await answerCall(bot, { text, user, channel, ts, thread, answerThread, surface: 'thread', botUser })
}
