import { z } from 'zod'
import type { Clients } from './clients.ts'
import { isPlaceRefusal, neededScope, retryAfter, slackCode } from './errors.ts'
import { createHeld } from './held.ts'
import { mentions, wordsOf } from './text.ts'

/** A message of a person, in its last form. */
export interface Said {
  ts: string
  user: string
  text: string
  toBot: boolean
}

/** A message of the bot itself. */
export interface Posted {
  ts: string
  metadata: unknown
}

/** What was read of a thread, oldest first. */
export interface Thread {
  channel: string
  root: string
  said: Said[]
  /** What the bot itself posted, oldest first. */
  posted: Posted[]
  /** How many messages are beyond the limits: those between the first and the newest, or the newest. */
  unread: number
  /** Set where the newest could not be read: seconds until Slack lets more be read. */
  readOn?: number
}

export type ThreadRead =
  | { ok: true; thread: Thread }
  | { ok: false; why: 'scope'; needed: string }
  | { ok: false; why: 'limited'; seconds: number }
  | { ok: false; why: 'place' | 'gone' }

export interface ThreadPlace {
  channel: string
  /** The root, or any message of the thread. */
  ts: string
  /** Newest message to read; absent: all that there is. */
  until?: string | undefined
}

/** Hears how far a reading has come that takes long. */
export type Progress = (read: number, of: number) => void

export interface Threads {
  /**
   * Reads a discussion with all its pages. What Slack refuses is a result; other failures throw. Where Slack limits
   * reading (apps that are sold outside its marketplace get 15 messages a minute) the result is what could be read,
   * and the next reading goes on from there.
   */
  read(place: ThreadPlace, botUser: string, progress?: Progress): Promise<ThreadRead>
  /** Keeps a thread as what was read up to a message: the card that rests on it. */
  keep(place: ThreadPlace, thread: Thread): void
}

const most = { messages: 1000, bytes: 200_000 }
const pageSize = 200
/** What a card rests on does not change with the thread, and a thread that is read in parts takes minutes. */
const cacheSeconds = 600
const cachedThreads = 50
/** From here on whoever waits is told how far it is. */
const longMs = 1000

const Reply = z.looseObject({
  ts: z.string(),
  thread_ts: z.string().optional(),
  reply_count: z.number().optional(),
  user: z.string().optional(),
  text: z.string().default(''),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  attachments: z.array(z.unknown()).default([]),
  metadata: z.unknown().optional(),
})
type Reply = z.infer<typeof Reply>

/** Kinds of messages that hold what a person said; joins, bots and removed messages are others. */
const spoken = new Set([undefined, 'thread_broadcast', 'file_share', 'me_message'])

/** Slack's own voice: reminders, and what stands in place of a removed message. */
const slackbot = 'USLACKBOT'

/** A reading under way, or one that Slack broke off. */
interface Reading {
  thread: Thread
  /** Messages of any kind that were seen, and how many the thread has as far as is known. */
  seen: number
  total: number
  last: string | undefined
}

/** What is kept of a thread: as it was read up to a message, or a part that the next reading goes on from. */
interface Kept {
  whole?: Thread
  part?: Reading
}

/** Reads threads, and keeps one for minutes so that the buttons of a fresh card need not read it again. */
export function createThreads({ quick }: Clients): Threads {
  const held = createHeld<Kept>(cacheSeconds, cachedThreads)
  return {
    read: async (place, botUser, progress) => {
      const known = place.until === undefined ? undefined : held.get(cacheKey(place))?.whole
      if (known) return { ok: true, thread: known }
      const partKey = `${place.channel}:${place.ts}`
      const began = Date.now()
      const reading = goneOn(place, held.get(partKey)?.part)
      const { thread, last: from } = reading
      let cursor: string | undefined
      try {
        do {
          const page = await quick.conversations.replies({
            channel: place.channel,
            ts: place.ts,
            limit: pageSize,
            include_all_metadata: true,
            ...(cursor ? { cursor } : {}),
            ...(from ? { oldest: from } : {}),
            ...(place.until ? { latest: place.until, inclusive: true } : {}),
          })
          for (const reply of z.array(Reply).parse(page.messages ?? [])) add(reading, reply, botUser)
          trim(thread)
          cursor = page.response_metadata?.next_cursor || undefined
          if (cursor && Date.now() - began >= longMs) progress?.(reading.seen, reading.total)
        } while (cursor)
      } catch (error) {
        const seconds = retryAfter(error)
        if (seconds === undefined || reading.seen === 0) return refused(error)
        held.set(partKey, { part: { ...reading, thread: { ...thread } } })
        thread.unread += Math.max(reading.total - reading.seen, 1)
        thread.readOn = seconds
        return { ok: true, thread }
      }
      // A part that reaches further stays for whoever reads on from there.
      if (from !== undefined) held.delete(partKey)
      held.set(cacheKey({ ...place, until: place.until ?? thread.said.at(-1)?.ts }), { whole: thread })
      return { ok: true, thread }
    },
    keep: (place, thread) => held.set(cacheKey(place), { whole: thread }),
  }
}

/** A reading that goes on where another was broken off, or a new one where that came past the newest to be read. */
function goneOn({ channel, ts, until = 'Infinity' }: ThreadPlace, part: Reading | undefined): Reading {
  if (!part || Number(part.last) > Number(until)) {
    const thread: Thread = { channel, root: ts, said: [], posted: [], unread: 0 }
    return { thread, seen: 0, total: 0, last: undefined }
  }
  const { said, posted } = part.thread
  return { ...part, thread: { ...part.thread, said: [...said], posted: [...posted] } }
}

function add(reading: Reading, reply: Reply, botUser: string): void {
  const { thread, last } = reading
  thread.root = reply.thread_ts ?? thread.root
  if (reply.reply_count !== undefined) reading.total = reply.reply_count + 1
  // Slack returns the root with every part.
  if (last !== undefined && Number(reply.ts) <= Number(last)) return
  reading.last = reply.ts
  reading.seen += 1
  if (reply.user === botUser) thread.posted.push({ ts: reply.ts, metadata: reply.metadata })
  if (!reply.user || reply.bot_id || [botUser, slackbot].includes(reply.user)) return
  if (!spoken.has(reply.subtype)) return
  const text = wordsOf(reply, botUser)
  if (text || mentions(reply.text, botUser)) {
    thread.said.push({ ts: reply.ts, user: reply.user, text, toBot: mentions(reply.text, botUser) })
  }
}

/** Keeps the first message and the newest ones within both limits. */
function trim(thread: Thread): void {
  const [first, ...rest] = thread.said
  if (!first) return
  let bytes = Buffer.byteLength(first.text)
  let from = rest.length
  while (from > 0 && rest.length - from + 1 < most.messages) {
    bytes += Buffer.byteLength(rest[from - 1]?.text ?? '')
    if (bytes > most.bytes) break
    from -= 1
  }
  thread.unread += from
  thread.said = [first, ...rest.slice(from)]
}

function refused(error: unknown): ThreadRead {
  const seconds = retryAfter(error)
  if (seconds !== undefined) return { ok: false, why: 'limited', seconds }
  const code = slackCode(error)
  if (code === 'missing_scope') return { ok: false, why: 'scope', needed: oneScope(neededScope(error)) }
  if (code === 'thread_not_found') return { ok: false, why: 'gone' }
  if (isPlaceRefusal(error)) return { ok: false, why: 'place' }
  throw error
}

/** Slack may list the scopes of every kind of conversation. */
function oneScope(needed = ''): string {
  return /^[a-z:]+$/.test(needed) ? needed : 'the history scopes'
}

function cacheKey({ channel, ts, until }: ThreadPlace): string {
  return `${channel}:${ts}:${until}`
}
