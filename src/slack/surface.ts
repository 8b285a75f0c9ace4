import type { CardContext } from '../cards/card-types.ts'
import type { Bot } from './bot.ts'

/** Context of a card in the app's own tab or modal, which speaks to one person. */
export function homeContext(bot: Bot, user: string): CardContext {
  return { command: bot.command, surface: 'home', asOf: bot.today(), asker: user, people: () => '' }
}
