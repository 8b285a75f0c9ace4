import type { App, ViewSubmitAction } from '@slack/bolt'
import { callbackIds } from '../../../cards/ids.ts'
import type { Bot } from '../../bot.ts'
import { postWeighed } from './post-weighed.ts'

export function registerViews(app: App, bot: Bot): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: callbackIds.weigh }, (args) =>
    postWeighed(bot, args),
  )
}
