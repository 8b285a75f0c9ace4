import { menuChoice } from '../../../cards/foot.ts'
import type { Bot } from '../../bot.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { tell } from '../../private-line.ts'
import { showState } from './entry.ts'
import { openSources, openTable, openTopics } from './read.ts'
import { removeCard } from './remove.ts'
import { shareState } from './share.ts'

/** The menu behind the three dots; the state stands in the id of its row. */
export async function chooseMore(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  if (!found) return
  const { press } = found
  const choice = menuChoice(found.value)
  if (!choice) {
    await tell(bot, press, bot.views.problem({ ok: false, problem: 'unreadable', what: 'the menu' }))
    return
  }
  if (choice.choice === 'topics') return await openTopics(bot, press)
  if (choice.choice === 'remove') return await removeCard(bot, press, choice.user)
  const state = await stateOfPress(bot, press, found.row)
  if (!state) return
  switch (choice.choice) {
    case 'full-table':
      return await openTable(bot, press, state)
    case 'sources':
      return await openSources(bot, press, state)
    case 'share':
      return await shareState(bot, press, state)
    case 'overview':
      return await showState(bot, press, { ...state, kind: 'comparison', facts: {} })
    case 'entry':
      return await showState(bot, press, { ...state, kind: 'faq', facts: {}, entry: choice.entry })
  }
}
