import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt'
import type { CurrentBot } from '../../bot.ts'
import { refuseCommand } from './other.ts'
import { answerCommand } from './stack.ts'

/**
 * Answers the slash command, by far the most of what comes, and leaves all else to the listeners: Bolt runs each request
 * through the chains of all that are registered, which would cost a command more than sending its card.
 */
export async function commandOrNext(
  bot: CurrentBot,
  args: AnyMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  if (!('command' in args)) await args.next()
  else if (args.command.command === bot().command) await answerCommand(bot(), args)
  else await refuseCommand(bot(), args)
}
