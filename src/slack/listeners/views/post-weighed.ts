import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { isPlaceRefusal, placeLine } from '../../errors.ts'
import { stateOfPress } from '../../pressed.ts'
import { tell } from '../../private-line.ts'
import { post } from '../../reply.ts'
import { readWeighing } from '../../weighing.ts'

/** Post to thread: the verdict that the modal showed, once, with who shared it. */
export async function postWeighed(
  bot: Bot,
  { ack, view, body, context }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs,
): Promise<void> {
  await ack()
  const weighing = readWeighing(view.private_metadata)
  if (!weighing || !bot.seen.first(`weighed ${view.id}`)) return
  const { channel, thread, until: ts } = weighing
  const user = body.user.id
  const state = await stateOfPress(bot, { user, channel, thread }, weighing.state)
  if (!state) return
  const botUser = context.botUserId ?? ''
  const place = { channel, thread, ts, weighing, surface: 'thread' as const }
  const again = await answerAgain(
    bot,
    { user, handle: body.user.name, botUser, owner: user, ...place },
    state,
  )
  try {
    const card = bot.views.card(again.answer, { ...again.context, sharedBy: { user } })
    await post(bot, { channel, thread }, card)
  } catch (error) {
    if (!isPlaceRefusal(error)) throw error
    await tell(bot, { user, channel, thread }, placeLine(error))
  }
}
