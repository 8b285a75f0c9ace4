import type { App } from '@slack/bolt'
import type { CurrentBot } from '../../bot.ts'
import { answerCommand } from './stack.ts'

export function registerCommands(app: App, bot: CurrentBot): void {
  app.command(bot().command, (args) => answerCommand(bot(), args))
}
