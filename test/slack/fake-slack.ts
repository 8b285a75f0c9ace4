import type { webApi } from '@slack/bolt'

export interface Call {
  method: string
  args: Record<string, unknown>
}

export interface ThreadMessage {
  ts: string
  user?: string
  text?: string
  [more: string]: unknown
}

export type Reply = Record<string, unknown> & { ok: boolean }
type Answered = Reply | { status: number; headers?: Record<string, string> }
type Answerer = (args: Record<string, unknown>) => Answered | Promise<Answered>

export interface FakeSlack {
  fetch: webApi.FetchFunction
  calls: Call[]
  /** Bodies that reached a response_url, in order. */
  responded: Record<string, unknown>[]
  /** Messages of threads by their root. */
  threads: Map<string, ThreadMessage[]>
  /** Answers of a method from now on. */
  on(method: string, answer: Answerer): void
  /** Statuses of the next posts to a response_url; 200 afterwards. */
  refuseResponses(...statuses: number[]): void
  of(method: string): Record<string, unknown>[]
}

/** The Web API and the response_urls as a fetch function. */
export function fakeSlack(): FakeSlack {
  const calls: Call[] = []
  const responded: Record<string, unknown>[] = []
  const threads = new Map<string, ThreadMessage[]>()
  const statuses: number[] = []
  const answers = new Map<string, Answerer>(Object.entries(defaults(threads)))
  return {
    calls,
    responded,
    threads,
    on: (method, answer) => void answers.set(method, answer),
    refuseResponses: (...some) => void statuses.push(...some),
    of: (method) => calls.filter((call) => call.method === method).map(({ args }) => args),
    fetch: async (address, init) => {
      if (!init?.signal) throw new TypeError('A request without a limit of time')
      const url = new URL(address)
      const body = String(init?.body ?? '')
      if (url.hostname === 'hooks.example') {
        const status = statuses.shift() ?? 200
        if (status === 200) responded.push(JSON.parse(body))
        return new Response('ok', { status })
      }
      const method = url.pathname.split('/').at(-1) ?? ''
      const args = decode(body)
      calls.push({ method, args })
      const reply = (await answers.get(method)?.(args)) ?? { ok: false, error: 'unknown_method' }
      if ('status' in reply && typeof reply.status === 'number') {
        const headers = 'headers' in reply && typeof reply.headers === 'object' ? { ...reply.headers } : {}
        return new Response('{}', { status: reply.status, headers })
      }
      return Response.json(reply)
    },
  }
}

/** The kinds of blocks in a sent message, each once. */
export function blockTypes(message: Record<string, unknown> | undefined): string[] {
  const blocks = message?.blocks
  if (!Array.isArray(blocks)) return []
  return [...new Set(blocks.map(({ type }: { type: string }) => type))]
}

export function missingScope(needed: string): Reply {
  return { ok: false, error: 'missing_scope', needed, provided: 'chat:write' }
}

function defaults(threads: Map<string, ThreadMessage[]>): Record<string, Answerer> {
  let posted = 0
  const ts = () => {
    posted += 1
    return `1800000000.${String(posted).padStart(6, '0')}`
  }
  return {
    'auth.test': () => ({
      ok: true,
      url: 'https://team.example/',
      user_id: 'UBOT',
      bot_id: 'BBOT',
      team_id: 'T1',
    }),
    'chat.postMessage': ({ channel, thread_ts, text, blocks, metadata }) => {
      const posted = { ts: ts(), user: 'UBOT', bot_id: 'BBOT', text: String(text), blocks, metadata }
      const root = String(thread_ts ?? posted.ts)
      threads.set(root, [...(threads.get(root) ?? []), posted])
      return { ok: true, channel, ts: posted.ts }
    },
    'chat.postEphemeral': () => ({ ok: true, message_ts: ts() }),
    'chat.update': ({ channel, ts: at, text, blocks, metadata }) => {
      const message = [...threads.values()].flat().find((each) => each.ts === at)
      if (!message) return { ok: false, error: 'message_not_found' }
      Object.assign(message, { text, blocks, metadata })
      return { ok: true, channel, ts: at }
    },
    'chat.delete': () => ({ ok: true }),
    'assistant.threads.setStatus': () => ({ ok: true }),
    'views.open': () => ({ ok: true, view: { id: 'V1' } }),
    'views.push': () => ({ ok: true, view: { id: 'V2' } }),
    'views.update': () => ({ ok: true }),
    'views.publish': () => ({ ok: true }),
    'users.info': ({ user }) => ({
      ok: true,
      user: { id: user, tz_offset: 0, profile: { display_name: `Name of ${String(user)}` } },
    }),
    'conversations.replies': (args) => {
      // The root comes whatever the bounds, as from Slack.
      const all = (threads.get(String(args.ts)) ?? []).filter(
        ({ ts: at }) =>
          at === args.ts ||
          (Number(at) <= Number(args.latest ?? Infinity) && Number(at) >= Number(args.oldest ?? 0)),
      )
      if (all.length === 0) return { ok: false, error: 'thread_not_found' }
      const from = Number(args.cursor ?? 0)
      const to = from + Number(args.limit)
      const next_cursor = to < all.length ? String(to) : ''
      return { ok: true, messages: all.slice(from, to), response_metadata: { next_cursor } }
    },
  }
}

function decode(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  )
}
