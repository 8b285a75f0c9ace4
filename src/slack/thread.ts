import NodeCache from 'node-cache'
import { z } from 'zod'
import type { Clients } from './clients.ts'
import { isPlaceRefusal, neededScope, retryAfter, slackCode } from './errors.ts'
import { mentions, plainText, tableText } from './text.ts'

/** A message of a person, in its last form. */
export interface Said {
  ts: string
  user: string
  text: string
  toBot: boolean
}

/** What was read of a thread, oldest first; `unread` counts messages of people beyond the limits. */
export interface Thread {
  channel: string
  root: string
  said: Said[]
  unread: number
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

export interface Threads {
  /** Reads a discussion with all its pages. What Slack refuses is a result; other failures throw. */
  read(place: ThreadPlace, botUser: string): Promise<ThreadRead>
}

const most = { messages: 1000, bytes: 200_000 }
const pageSize = 200
const cacheSeconds = 60
const cachedThreads = 50

const Reply = z.looseObject({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  text: z.string().default(''),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  attachments: z.array(z.unknown()).default([]),
})
type Reply = z.infer<typeof Reply>

/** Kinds of messages that hold what a person said; joins, bots and removed messages are others. */
const spoken = new Set([undefined, 'thread_broadcast', 'file_share', 'me_message'])

/** Reads threads, and keeps one for a minute so that the buttons of a fresh card need not read it again. */
export function createThreads({ quick }: Clients): Threads {
  const cache = new NodeCache({ stdTTL: cacheSeconds, useClones: false })
  const keep = (place: ThreadPlace, thread: Thread) => {
    if (cache.getStats().keys >= cachedThreads) cache.flushAll()
    cache.set(cacheKey(place), thread)
  }
  return {
    read: async (place, botUser) => {
      const known = place.until === undefined ? undefined : cache.get<Thread>(cacheKey(place))
      if (known) return { ok: true, thread: known }
      const thread: Thread = { channel: place.channel, root: place.ts, said: [], unread: 0 }
      let cursor: string | undefined
      try {
        do {
          const page = await quick.conversations.replies({
            channel: place.channel,
            ts: place.ts,
            limit: pageSize,
            ...(cursor ? { cursor } : {}),
            ...(place.until ? { latest: place.until, inclusive: true } : {}),
          })
          for (const reply of z.array(Reply).parse(page.messages ?? [])) add(thread, reply, botUser)
          trim(thread)
          cursor = page.response_metadata?.next_cursor || undefined
        } while (cursor)
      } catch (error) {
        return refused(error)
      }
      keep({ ...place, until: place.until ?? thread.said.at(-1)?.ts }, thread)
      return { ok: true, thread }
    },
  }
}

function add(thread: Thread, reply: Reply, botUser: string): void {
  thread.root = reply.thread_ts ?? thread.root
  if (!reply.user || reply.bot_id || reply.user === botUser || !spoken.has(reply.subtype)) return
  const text = [plainText(reply.text, botUser), tableText(reply.attachments)].filter(Boolean).join('\n')
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
