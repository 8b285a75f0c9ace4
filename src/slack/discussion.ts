import type { CardContext } from '../cards/card-types.ts'
import type { Message, Question } from '../core/domain/question.ts'
import type { Bot } from './bot.ts'
import type { Thread, ThreadRead } from './thread.ts'

/** A question, and what its card needs to name people and link to what they said. */
export interface Discussion {
  question: Question
  /** Timestamps of the question's thread, message by message. */
  at: string[]
  context: Pick<CardContext, 'thread' | 'people' | 'note'>
}

/** A question without a discussion; `note` is the one line to say with its answer, at most 80 characters. */
export function alone(bot: Bot, text: string, note?: string): Discussion {
  return {
    question: { text, asOf: bot.today() },
    at: [],
    context: { people: () => '', ...(note === undefined ? {} : { note }) },
  }
}

/**
 * A thread as a question. `asked` is what was addressed to the bot; without it the thread itself is the question.
 * Names come as far as Slack gives them; times are the asker's, or the process's where Slack does not tell.
 */
export async function discussionOf(
  bot: Bot,
  thread: Thread,
  asker: string,
  asked?: { ts: string; text: string },
): Promise<Discussion> {
  const evidence = thread.said.filter(({ ts }) => ts !== asked?.ts)
  if (evidence.length === 0) return alone(bot, asked?.text ?? '')
  const [people, site] = await Promise.all([
    bot.people.find([asker, ...evidence.map(({ user }) => user)]),
    bot.site(),
  ])
  const offset = people.get(asker)?.offset
  const messages = evidence.map(({ ts, user, text }): Message => {
    const author = people.get(user)?.name
    return {
      text,
      authorId: user,
      ...standing(ts, thread, site, offset),
      ...(author === undefined ? {} : { author }),
    }
  })
  const note = limitNote(bot, thread)
  return {
    at: evidence.map(({ ts }) => ts),
    question: {
      text: asked?.text ?? '',
      asOf: bot.today(),
      thread: messages,
      ...(thread.unread > 0 ? { unread: thread.unread } : {}),
      ...(thread.readOn === undefined ? {} : { newestUnread: true }),
    },
    context: {
      thread: messages,
      people: (id) => people.get(id)?.name ?? '',
      ...(note === undefined ? {} : { note }),
    },
  }
}

function limitNote(bot: Bot, { readOn }: Thread): string | undefined {
  if (readOn !== undefined) return `Slack lets me read on in ${readOn} s. Ask again then.`
  return bot.people.allowed() ? undefined : 'With users:read I would name who said what.'
}

/** Why a thread was not read, what was used instead, and what would help: the card's note. */
export function unreadNote(read: Extract<ThreadRead, { ok: false }>, used = 'the question'): string {
  switch (read.why) {
    case 'scope':
      return `With ${read.needed} I would read this thread. I used ${used} alone.`
    case 'limited':
      return `Slack lets me read again in ${read.seconds} s. I used ${used} alone.`
    case 'gone':
      return `The start of this thread is gone: I used ${used} alone. Ask in a new one.`
    case 'place':
      return `I am not a member here: I used ${used} alone. Invite me for more.`
  }
}

/** The time of a message as its reader's clock shows it, and its address where the workspace's is known. */
export function standing(
  ts: string,
  { channel, root }: Pick<Thread, 'channel' | 'root'>,
  site: string | undefined,
  offset: number | undefined,
): { time: string; permalink?: string } {
  const place = `archives/${channel}/p${ts.replace('.', '')}?thread_ts=${root}&cid=${channel}`
  return {
    time: clock(Number(ts), offset),
    ...(site === undefined ? {} : { permalink: new URL(place, site).href }),
  }
}

function clock(seconds: number, offset: number | undefined): string {
  const here = -new Date(seconds * 1000).getTimezoneOffset() * 60
  return new Date((seconds + (offset ?? here)) * 1000).toISOString().slice(11, 16)
}
