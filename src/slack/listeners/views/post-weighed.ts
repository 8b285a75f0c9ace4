import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import type { Bot } from '../../bot.ts'
import { discussionOf, unreadNote } from '../../discussion.ts'
import { isPlaceRefusal } from '../../errors.ts'
import { tell } from '../../private-line.ts'
import { post } from '../../reply.ts'
import { Weighing } from '../../weighing.ts'

/** Post to thread: the verdict that the modal showed, once, with who asked for it. */
export async function postWeighed(
  bot: Bot,
  { ack, view, body, context }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs,
): Promise<void> {
  await ack()
  if (!bot.seen.first(`weighed ${view.id}`)) return
  const user = body.user.id
  const { channel, thread, until } = Weighing.parse(JSON.parse(view.private_metadata))
  const read = await bot.threads.read({ channel, ts: thread, until }, context.botUserId ?? '')
  if (!read.ok) {
    await tell(bot, { user, channel, thread }, unreadNote(read, 'nothing'))
    return
  }
  const { question, context: said } = await discussionOf(bot, read.thread, user)
  const names = await bot.people.find([user])
  const name = names.get(user)?.name ?? body.user.name
  const card = bot.views.card(bot.answer(question), {
    ...said,
    people: (id) => (id === user ? name : said.people(id)),
    command: bot.command,
    surface: 'thread',
    asOf: question.asOf,
    asker: user,
    sharedBy: { user },
  })
  try {
    await post(bot, { channel, thread }, card)
  } catch (error) {
    if (!isPlaceRefusal(error)) throw error
    await tell(
      bot,
      { user, channel, thread },
      'I may not post there. Invite me to the channel, then ask again.',
    )
  }
}
