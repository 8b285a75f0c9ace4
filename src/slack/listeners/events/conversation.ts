import type { Surface } from '../../../cards/card-types.ts'
import type { Bot } from '../../bot.ts'
import { alone, type Discussion, discussionOf, unreadNote } from '../../discussion.ts'
import { isPlaceRefusal, placeLine } from '../../errors.ts'
import { tell } from '../../private-line.ts'
import { post } from '../../reply.ts'

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
  const { question, context } = await read(bot, call)
  const answer = bot.answer(question)
  // Thanks and farewells call nobody.
  if (answer.kind === 'help' && answer.courtesy) return
  const card = bot.views.card(answer, {
    ...context,
    command: bot.command,
    surface: call.surface,
    asOf: question.asOf,
    asker: user,
  })
  try {
    await post(bot, { channel, thread }, card)
  } catch (error) {
    if (!isPlaceRefusal(error)) throw error
    await tell(bot, { user, channel, thread }, placeLine(error))
  }
}

async function read(bot: Bot, { text, user, channel, ts, thread, botUser }: Call): Promise<Discussion> {
  if (thread === undefined) return alone(bot, text)
  const read = await bot.threads.read({ channel, ts: thread, until: ts }, botUser)
  return read.ok ? discussionOf(bot, read.thread, user, { ts, text }) : alone(bot, text, unreadNote(read))
}
