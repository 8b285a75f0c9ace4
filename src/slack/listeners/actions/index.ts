import type { App } from '@slack/bolt'
import { type ActionId, actionIds, actionPattern } from '../../../cards/ids.ts'
import type { Bot } from '../../bot.ts'
import type { PressArgs } from '../../pressed.ts'
import { takeChoice } from './choice.ts'
import { showEntry } from './entry.ts'
import { chooseMore } from './more.ts'
import { showFullTable, showSources, showTopics, showWhy } from './read.ts'
import { shareHere } from './share.ts'

const listeners: readonly [ActionId, (bot: Bot, args: PressArgs) => Promise<void>][] = [
  [actionIds.case, takeChoice],
  [actionIds.choice, takeChoice],
  [actionIds.why, showWhy],
  [actionIds.sources, showSources],
  [actionIds.fullTable, showFullTable],
  [actionIds.share, shareHere],
  [actionIds.more, chooseMore],
  [actionIds.showEntry, showEntry],
  [actionIds.topics, showTopics],
]

/** Every button and menu; `remove` is a choice of the menu. */
export function registerActions(app: App, bot: Bot): void {
  for (const [id, listener] of listeners) {
    app.action({ type: 'block_actions', action_id: actionPattern(id) }, (args: PressArgs) =>
      listener(bot, args),
    )
  }
}
