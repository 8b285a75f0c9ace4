import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { Bot } from '../../bot.ts'
import { alone, type Discussion, discussionOf, unreadNote } from '../../discussion.ts'
import { openModal } from '../../modal.ts'
import { plainText, tableText } from '../../text.ts'
import type { ThreadRead } from '../../thread.ts'
import { weighingOf } from '../../weighing.ts'

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs

/** Weigh this thread: opens a modal at once, then shows the thread's verdict to whoever asked, and nobody else. */
export async function weighThread(bot: Bot, { ack, shortcut, context }: Args): Promise<void> {
  await ack()
  if (!bot.seen.first(`shortcut ${shortcut.trigger_id}`)) return
  const botUser = context.botUserId ?? ''
  await openModal(bot, { trigger: shortcut.trigger_id }, 'Weigh this thread', async () => {
    const { channel, message, user } = shortcut
    const thread = String(message.thread_ts ?? message.ts)
    const read = await bot.threads.read({ channel: channel.id, ts: thread }, botUser)
    const { question, context: said } = await discuss(bot, shortcut, read, botUser)
    const answer = bot.answer(question)
    const until = read.ok ? read.thread.said.at(-1)?.ts : undefined
    const metadata = until ? weighingOf({ channel: channel.id, thread, until }, answer) : ''
    const canPost = metadata !== ''
    const shown = {
      ...said,
      command: bot.command,
      surface: 'home' as const,
      asOf: question.asOf,
      asker: user.id,
    }
    // What is shown is what would be posted, its line on who shared it included: each line takes room from others.
    const told = canPost ? { ...shown, sharedBy: { user: user.id } } : shown
    return bot.views.weigh(answer, told, { metadata, canPost })
  })
}

/** The thread; where it cannot be read, the chosen message alone, which came with the shortcut. */
async function discuss(
  bot: Bot,
  { message, user }: MessageShortcut,
  read: ThreadRead,
  botUser: string,
): Promise<Discussion> {
  if (read.ok) return discussionOf(bot, read.thread, user.id)
  const attachments: unknown = message.attachments
  const table = tableText(Array.isArray(attachments) ? attachments : [])
  const text = [plainText(message.text ?? '', botUser), table].filter(Boolean).join('\n')
  return alone(bot, text, unreadNote(read, 'this message'))
}
