import type { App, ViewSubmitAction } from '@slack/bolt'
import { callbackIds } from '../../../cards/ids.ts'
import type { CurrentBot } from '../../bot.ts'
import { submitForm } from './submit-form.ts'

export function registerViews(app: App, bot: CurrentBot): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: callbackIds.form }, (args) =>
    submitForm(bot(), args),
  )
}
