import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import { stateOf } from '../../../cards/state.ts'
import type { Bot } from '../../bot.ts'
import { alone, discussionOf, unreadNote } from '../../discussion.ts'
import { answerDiscussion } from '../../earlier.ts'
import { formBase, openForm } from '../../facts-form.ts'
import { newForm, type Target } from '../../form.ts'
import { wordsOf } from '../../text.ts'
import type { ThreadRead } from '../../thread.ts'

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs

const title = 'Weigh this thread'

/** Weigh this thread: opens a modal at once, then shows the thread's facts as a form to whoever asked, nobody else. */
export async function weighThread(bot: Bot, { ack, shortcut, context }: Args): Promise<void> {
  await ack()
  if (!bot.seen.first(`shortcut ${shortcut.trigger_id}`)) return
  const botUser = context.botUserId ?? ''
  const at = { trigger: shortcut.trigger_id, user: shortcut.user.id }
  await openForm(bot, at, title, async () => {
    const { channel, message, user } = shortcut
    const thread = String(message.thread_ts ?? message.ts)
    const read = await bot.threads.read({ channel: channel.id, ts: thread }, botUser)
    const { answer, context: said } = await weighed(bot, shortcut, read, botUser)
    const until = read.ok ? read.thread.said.at(-1)?.ts : undefined
    const target: Target = until ? { kind: 'thread', channel: channel.id, thread, until } : { kind: 'modal' }
    const about = { command: bot.command, surface: 'home' as const, asOf: bot.today(), asker: user.id }
    return {
      // What is shown is what would be posted, with its line on who shared it: each line takes room from others.
      again: { answer, context: { ...said, ...about, ...(until ? { sharedBy: { user: user.id } } : {}) } },
      form: newForm(target, formBase(stateOf(answer)), title),
    }
  })
}

/** The thread; where it cannot be read, the chosen message alone, which came with the shortcut. */
async function weighed(bot: Bot, { message, user }: MessageShortcut, read: ThreadRead, botUser: string) {
  if (read.ok) {
    const discussion = await discussionOf(bot, read.thread, user.id)
    const question = { ...discussion.question, weigh: true }
    return answerDiscussion(bot, read.thread, user.id, { ...discussion, question })
  }
  const { question, context } = alone(bot, wordsOf(message, botUser), unreadNote(read, 'this message'))
  return { answer: bot.answer(question), context }
}
