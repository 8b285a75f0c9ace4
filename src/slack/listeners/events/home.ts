import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Bot } from '../../bot.ts'
import { homeContext } from '../../surface.ts'

/** Somebody opened the app: draws the Home tab. */
export async function drawHome(
  bot: Bot,
  { event }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.tab !== 'home') return
  await bot.clients.quick.views.publish({
    user_id: event.user,
    view: bot.views.home(homeContext(bot, event.user)),
  })
}
