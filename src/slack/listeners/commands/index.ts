import type { App } from '@slack/bolt'
import type { CurrentBot } from '../../bot.ts'
import { answerCommand } from './stack.ts'

/**
 * The slash command, by far the most of what comes, is taken before the listeners: Bolt runs each request through the
 * chains of all that are registered, which would cost a command more than sending its card.
 */
export function registerCommands(app: App, bot: CurrentBot): void {
  app.use(async (args) => {
    if ('command' in args && args.command.command === bot().command) await answerCommand(bot(), args)
    else await args.next()
  })
}
