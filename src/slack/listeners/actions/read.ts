import type { State } from '../../../cards/state.ts'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { lineModal, openModal } from '../../modal.ts'
import type { Press } from '../../press.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { tell } from '../../private-line.ts'
import { showPrivately } from '../../show.ts'

/** Why?: a modal for the presser alone. */
export async function showWhy(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (!found || !state) return
  await openModal(bot, found.press, 'Why?', async () => {
    const { answer, context } = await answerAgain(bot, found.press, state)
    return bot.views.why(answer, context)
  })
}

/** Sources: a modal for the presser alone. */
export async function showSources(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (found && state) await openSources(bot, found.press, state)
}

export async function openSources(bot: Bot, press: Press, state: State): Promise<void> {
  await openModal(bot, press, 'Sources', async () => {
    const { answer, context } = await answerAgain(bot, press, state)
    return bot.views.sources(answer, context)
  })
}

/** All topics: a modal for the presser alone. */
export async function showTopics(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  if (found) await openTopics(bot, found.press)
}

export async function openTopics(bot: Bot, press: Press): Promise<void> {
  await openModal(bot, press, 'All topics', async () => bot.views.topics())
}

/** Full table: a message that only the presser sees. */
export async function showFullTable(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (found && state) await openTable(bot, found.press, state)
}

/** From a modal the table opens above it: a message would arrive behind it. */
export async function openTable(bot: Bot, press: Press, state: State): Promise<void> {
  if (press.view || press.surface === 'home') {
    return await openModal(bot, press, 'Full table', async () => {
      const { answer, context } = await answerAgain(bot, press, state)
      return bot.views.tableModal(answer, context) ?? lineModal(bot, noTable)
    })
  }
  const { answer, context } = await answerAgain(bot, press, state)
  const card = bot.views.fullTable(answer, { ...context, surface: 'private' })
  if (card) await showPrivately(bot, press, card)
  else await tell(bot, press, noTable)
}

const noTable = 'There is no larger table for this.'
