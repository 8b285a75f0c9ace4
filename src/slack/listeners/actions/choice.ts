import { stateOf } from '../../../cards/state.ts'
import type { Verdict } from '../../../core/domain/answer.ts'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { fillModal } from '../../modal.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { replaceCard } from '../../show.ts'
import { weighingOf } from '../../weighing.ts'

/** A one-tap case or an answer to the bot's question: the card is answered again in its place and says who. */
export async function takeChoice(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (!found || !state) return
  const { press, label } = found
  const { answer, context } = await answerAgain(bot, press, state)
  if (answer.kind === 'verdict') keepAsked(bot, press.user, answer)
  const alone = press.surface === 'private' || press.surface === 'home'
  const by = alone ? {} : { user: press.user }
  const told = { ...context, answered: { ...by, label, unsure: state.choice === 'unsure' } }
  const { view, weighing } = press
  if (view && weighing) {
    const target = { metadata: weighingOf(weighing, answer), canPost: true }
    return await fillModal(
      bot,
      view,
      bot.views.weigh(answer, { ...told, sharedBy: { user: press.user } }, target),
    )
  }
  if (view) return await fillModal(bot, view, bot.views.answerModal(answer, told))
  await replaceCard(bot, press, bot.views.card(answer, told))
}

/** What was asked about the overview is what was asked about the case that was chosen on it. */
function keepAsked(bot: Bot, user: string, answer: Verdict): void {
  const { slug } = answer.comparison
  const asked = bot.recall.asked(user, { v: 1, kind: 'comparison', slug, facts: {} })
  if (asked !== undefined) bot.recall.keep(user, stateOf(answer), asked)
}
