import type { App } from '@slack/bolt'
import type { CurrentBot } from '../../bot.ts'
import { answerDirectMessage } from './direct-message.ts'
import { drawHome } from './home.ts'
import { answerMention } from './mention.ts'

/** Bolt knows every direct message as `message`; the manifest subscribes to `message.im` alone. */
export function registerEvents(app: App, bot: CurrentBot): void {
  app.event('app_mention', (args) => answerMention(bot(), args))
  app.event('message', (args) => answerDirectMessage(bot(), args))
  app.event('app_home_opened', (args) => drawHome(bot(), args))
}
