import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { escapeText } from '../../../cards/mrkdwn.ts'
import type { Bot } from '../../bot.ts'
import { tell } from '../../private-line.ts'

/** A command that Slack sends here and the settings do not know: manifest and SLACK_COMMAND differ. Both sides hear it. */
export async function refuseCommand(
  bot: Bot,
  { ack, command: sent }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  await ack()
  if (!bot.seen.first(`command ${sent.trigger_id}`)) return
  const { command } = bot
  const remedy = `Set SLACK_COMMAND=${sent.command}, or give the app's manifest the command ${command}`
  bot.log.warn('other-command', { sent: sent.command, command, remedy })
  await tell(
    bot,
    { user: sent.user_id, channel: sent.channel_id, respond: bot.respondTo(sent.response_url) },
    `This app is set up for ${escapeText(command)}; ${escapeText(sent.command)} is not its command. Please tell whoever runs it.`,
  )
}
