import type { App, MessageShortcut } from '@slack/bolt'
import { callbackIds } from '../../../cards/ids.ts'
import type { CurrentBot } from '../../bot.ts'
import { weighThread } from './weigh.ts'

export function registerShortcuts(app: App, bot: CurrentBot): void {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: callbackIds.weigh }, (args) =>
    weighThread(bot(), args),
  )
}
