import { encodeState, stateOf } from '../../../cards/state.ts'
import type { Verdict } from '../../../core/domain/answer.ts'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { replaceCard } from '../../show.ts'

/** A one-tap case or an answer to the bot's question: the card is answered again in its place and says who. */
export async function takeChoice(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (!found || !state) return
  const { press, label } = found
  const { answer, context } = await answerAgain(bot, press, state)
  if (answer.kind === 'verdict') keepAsked(bot, press.user, answer)
  const by = press.surface === 'private' ? {} : { user: press.user }
  const card = bot.views.card(answer, {
    ...context,
    answered: { ...by, label, unsure: state.choice === 'unsure' },
  })
  await replaceCard(bot, press, card)
}

/** What was asked about the overview is what was asked about the case that was chosen on it. */
function keepAsked(bot: Bot, user: string, answer: Verdict): void {
  const overview = encodeState({ v: 1, kind: 'comparison', slug: answer.comparison.slug, facts: {} })
  const asked = bot.recall.asked(user, overview)
  if (asked !== undefined) bot.recall.keep(user, encodeState(stateOf(answer)), asked)
}
