import type { App } from '@slack/bolt'
import type { Bot } from '../../bot.ts'
import { answerCommand } from './stack.ts'

export function registerCommands(app: App, bot: Bot): void {
  app.command(bot.command, (args) => answerCommand(bot, args))
}
