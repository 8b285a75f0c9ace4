import type { CardContext } from '../cards/card-types.ts'
import type { Message, Question } from '../core/domain/question.ts'
import type { Bot } from './bot.ts'
import type { Person } from './people.ts'
import type { Said, Thread, ThreadRead } from './thread.ts'

/** A question, and what its card needs to name people and link to what they said. */
export interface Discussion {
  question: Question
  context: Pick<CardContext, 'thread' | 'people' | 'note'>
}

/** A question without a discussion; `note` is the one line to say with its answer, at most 80 characters. */
export function alone(bot: Bot, text: string, note?: string): Discussion {
  return {
    question: { text, asOf: bot.today() },
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
  const messages = evidence.map((said) => message(said, thread, people, site, offset))
  const nameless = bot.people.allowed() ? {} : { note: 'With users:read I would name who said what.' }
  return {
    question: {
      text: asked?.text ?? '',
      asOf: bot.today(),
      thread: messages,
      ...(thread.unread > 0 ? { unread: thread.unread } : {}),
    },
    context: { thread: messages, people: (id) => people.get(id)?.name ?? '', ...nameless },
  }
}

/** Why a thread was not read, what was used instead, and what would help: the card's note. */
export function unreadNote(read: Extract<ThreadRead, { ok: false }>, used = 'the question'): string {
  switch (read.why) {
    case 'scope':
      return `With ${read.needed} I would read this thread. I used ${used} alone.`
    case 'limited':
      return `Slack lets me read again in ${read.seconds} s. I used ${used} alone.`
    case 'gone':
      return `The start of this thread is gone. I used ${used} alone.`
    case 'place':
      return `I am not a member here: I used ${used} alone. Invite me for more.`
  }
}

function message(
  { ts, user, text }: Said,
  { channel, root }: Thread,
  people: ReadonlyMap<string, Person>,
  site: string | undefined,
  offset: number | undefined,
): Message {
  const author = people.get(user)?.name
  const place = `archives/${channel}/p${ts.replace('.', '')}?thread_ts=${root}&cid=${channel}`
  return {
    text,
    authorId: user,
    time: clock(Number(ts), offset),
    ...(author === undefined ? {} : { author }),
    ...(site === undefined ? {} : { permalink: new URL(place, site).href }),
  }
}

function clock(seconds: number, offset: number | undefined): string {
  const here = -new Date(seconds * 1000).getTimezoneOffset() * 60
  return new Date((seconds + (offset ?? here)) * 1000).toISOString().slice(11, 16)
}
