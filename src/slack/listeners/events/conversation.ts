import type { Surface } from '../../../cards/card-types.ts'
import type { Answer } from '../../../core/domain/answer.ts'
import { answering } from '../../answered.ts'
import type { Bot } from '../../bot.ts'
import { alone, type Discussion, discussionOf, unreadNote } from '../../discussion.ts'
import { answerDiscussion } from '../../earlier.ts'
import { isPlaceRefusal, loggable, placeLine } from '../../errors.ts'
import { tell } from '../../private-line.ts'
import { post } from '../../reply.ts'
import type { Thread } from '../../thread.ts'

export interface Call {
  text: string
  user: string
  channel: string
  ts: string
  /** The thread in which the bot was called. */
  thread?: string | undefined
  /** Where the answer goes: a thread, or undefined for the conversation itself. */
  answerThread?: string | undefined
  surface: Surface
  botUser: string
}

/** Answers somebody who called the bot: reads the thread that they called it in, and posts the card. */
export async function answerCall(bot: Bot, call: Call): Promise<void> {
  const { channel, user, answerThread: thread } = call
  const answered = answering(bot.log, call.surface === 'dm' ? 'direct-message' : 'mention')
  const { answer, context, read } = await answerOf(bot, call)
  // Thanks and farewells call nobody.
  if (answer.kind === 'help' && answer.courtesy) return
  const about = { command: bot.command, surface: call.surface, asOf: bot.today(), asker: user }
  const card = bot.views.card(answer, { ...context, ...about })
  try {
    const until = await post(bot, { channel, thread }, card)
    // The card rests on what was read: its buttons need not read it again.
    if (read && until) bot.threads.keep({ channel, ts: read.root, until }, read)
    answered(answer.kind)
  } catch (error) {
    if (!isPlaceRefusal(error)) throw error
    await tell(bot, { user, channel, thread }, placeLine(error), { after: error })
  }
}

interface Answered {
  answer: Answer
  context: Discussion['context']
  /** The thread that was read for it. */
  read?: Thread
}

async function answerOf(bot: Bot, call: Call): Promise<Answered> {
  const { text, user, channel, ts, thread, botUser } = call
  const by = ({ question, context }: Discussion) => ({ answer: bot.answer(question), context })
  if (thread === undefined) return by(alone(bot, text))
  const read = await bot.threads.read(
    { channel, ts: thread, until: ts },
    botUser,
    (seen, of) => void tellProgress(bot, { channel, thread }, seen, of),
  )
  if (!read.ok) return by(alone(bot, text, unreadNote(read)))
  const discussion = await discussionOf(bot, read.thread, user, { ts, text })
  return { ...(await answerDiscussion(bot, read.thread, user, discussion, ts)), read: read.thread }
}

/** Says how far a long reading has come, where Slack lets an app; the answer takes its place. Never rejects. */
async function tellProgress(
  bot: Bot,
  { channel, thread }: { channel: string; thread: string },
  read: number,
  of: number,
): Promise<void> {
  const status = `has read ${read} of ${of}`
  try {
    await bot.clients.quick.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status })
  } catch (error) {
    bot.log.debug('status-refused', loggable(error))
  }
}
