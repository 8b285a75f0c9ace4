import { type Fields, fields, list } from '../cards/block-kit/read.ts'
import { type Actions, createActions, type Place } from './actions.ts'
import type { Given } from './form.ts'
import { httpLink, socketLink } from './link.ts'
import {
  type Activity,
  botUser,
  type Conversation,
  type Message,
  type OpenView,
  type Person,
  type WorkspaceOptions,
} from './model.ts'
import type { Outcome } from './outcome.ts'
import { activityHtml, homeHtml, messageHtml, modalHtml, namesOf, pageHtml } from './page.ts'
import { Permits } from './permits.ts'
import { respond } from './response-url.ts'
import { grantedScopes } from './scopes.ts'
import { seed as defaultSeed } from './seed.ts'
import { listen, type Reply } from './server.ts'
import { acceptSocket } from './socket.ts'
import { type Change, State } from './state.ts'
import { callMethod, permalink, string } from './web-api.ts'

export interface Workspace extends Actions {
  readonly url: string
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string
  readonly botUser: string
  readonly people: readonly Person[]
  readonly conversations: readonly Conversation[]
  /** What the page opens with. */
  readonly opening: { channel: string; thread: string; draft: string }
  setRequestUrl(url: string): void
  /** The messages of a conversation in order; with `user`, without the private lines of others. */
  messages(channel: string, only?: { user?: string; thread?: string }): Message[]
  modal(user: string): OpenView | undefined
  home(user: string): OpenView | undefined
  activity(): readonly Activity[]
  /** The next call of a method is answered with 429 and this Retry-After. */
  limitNext(method: string, seconds: number): void
  /** The first defined value that `look` gives, tried after every change; rejects after `ms`. */
  waitFor<T>(look: () => T | undefined, ms?: number): Promise<T>
  close(): Promise<void>
}

/**
 * Starts a small Slack on 127.0.0.1 that speaks Slack's protocol to a real app: signed HTTP or Socket Mode one way,
 * the Web API and response_urls the other. It obeys the app's manifest. Rejects when the port is taken or the
 * request URL is not on this machine.
 */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { manifest, mode = 'http', signingSecret, botToken, appToken } = options
  const seed = options.seed ?? defaultSeed
  const bot = manifest.features?.bot_user?.display_name ?? manifest.display_information.name
  const state = new State(seed, bot)
  const permits = new Permits()
  const scopes = grantedScopes(manifest, options.declined)
  const names = namesOf(state)
  const limited = new Map<string, number>()
  const sockets = socketLink()
  let requestUrl = options.requestUrl === undefined ? undefined : loopback(options.requestUrl)
  const link = mode === 'socket' ? sockets.link : httpLink(() => requestUrl, signingSecret)
  const opening = newestThread(state, seed.draft.replace('@bot', `@${bot}`))
  const context = { state, permits, scopes, manifest, link, botToken, appToken, baseUrl: '' }

  function api(method: string, args: Fields, token: string): Reply {
    const seconds = limited.get(method)
    limited.delete(method)
    if (seconds !== undefined) {
      state.note('from app', method, args, '429')
      return {
        status: 429,
        headers: { 'retry-after': String(seconds) },
        body: { ok: false, error: 'ratelimited' },
      }
    }
    const { token: _, ...shown } = args
    const body = callMethod(method, args, token, context)
    state.note('from app', method, shown, body.ok ? 'ok' : String(body.error))
    return { body, headers: { 'x-oauth-scopes': [...scopes].join(',') } }
  }

  function hook(token: string, body: unknown): Reply {
    const occasion = permits.useHook(token)
    const error = 'error' in occasion ? occasion.error : respond(state, occasion, body)
    state.note('from app', 'response_url', body, error ?? 'ok')
    if (error === undefined) return { body: 'ok' }
    return { status: error === 'expired_url' ? 404 : error === 'used_url' ? 429 : 400, body: error }
  }

  const actions = createActions(context)
  const { server, port } = await listen(options.port ?? 0, {
    api,
    hook,
    page: (url) =>
      pageHtml({
        ...options,
        state,
        draft: opening.draft,
        opening: openedBy(url, state) ?? unanswered(opening, state),
      }),
    act: (name, input) => act(actions, context, name, input),
    stream: (send) => {
      const tell = (change: Change) => {
        for (const [event, data] of pageEvents(change)) send(event, data)
      }
      send('reset', {})
      for (const { id } of state.conversations.values()) {
        for (const message of state.messages(id)) tell({ kind: 'message', channel: id, message, gone: false })
      }
      for (const user of state.people.keys()) {
        if (state.homes.has(user)) tell({ kind: 'home', user })
      }
      for (const seat of state.modals.keys()) tell({ kind: 'modal', seat })
      for (const entry of state.activity) tell({ kind: 'activity', entry })
      send('ready', {})
      state.listeners.add(tell)
      return () => state.listeners.delete(tell)
    },
    upgrade: (request, url) => {
      if (mode !== 'socket' || url.pathname !== '/link') return false
      if (!permits.useTicket(url.searchParams.get('ticket') ?? '')) return false
      sockets.join(acceptSocket(request, request.socket))
      return true
    },
  })
  context.baseUrl = `http://127.0.0.1:${port}`

  function pageEvents(change: Change): [string, object][] {
    switch (change.kind) {
      case 'message': {
        const { channel, message, gone } = change
        const { ts, thread_ts: thread = '', to = '' } = message
        const html = gone ? '' : messageHtml(state, manifest, channel, message).safe
        return [['message', { channel, ts, thread, to, gone, html }]]
      }
      case 'modal': {
        const [user, page] = change.seat.split(' ')
        const html = modalHtml(state.stack(change.seat).at(-1), names).safe
        return [['modal', { user, page, html }]]
      }
      case 'home':
        return [['home', { user: change.user, html: homeHtml(state.homes.get(change.user), names).safe }]]
      case 'status':
        return [['status', { ...change, text: change.text && `${bot} ${change.text}` }]]
      case 'activity':
        return [['activity', { html: activityHtml(change.entry).safe }]]
    }
  }

  return {
    ...actions,
    url: context.baseUrl,
    apiUrl: `${context.baseUrl}/api/`,
    botUser,
    people: [...state.people.values()].filter((person) => !person.isBot),
    conversations: [...state.conversations.values()],
    opening,
    setRequestUrl: (url) => {
      requestUrl = loopback(url)
    },
    messages: (channel, { user, thread } = {}) => {
      const all = state.messages(state.find(channel)?.id ?? channel)
      const mine = all.filter((each) => !user || !each.to || each.to === user)
      return thread ? mine.filter((each) => each.ts === thread || each.thread_ts === thread) : mine
    },
    modal: (user) => state.stack(state.seat(user)).at(-1),
    home: (user) => state.homes.get(user),
    activity: () => state.activity,
    limitNext: (method, seconds) => {
      limited.set(method, seconds)
    },
    waitFor: (look, ms = 30_000) => waitFor(state, look, ms),
    close: () =>
      new Promise((resolve) => {
        sockets.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function waitFor<T>(state: State, look: () => T | undefined, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      state.listeners.delete(check)
      clearTimeout(timer)
    }
    const check = () => {
      const value = look()
      if (value === undefined) return
      finish()
      resolve(value)
    }
    const timer = setTimeout(() => {
      finish()
      reject(new Error(`Nothing came within ${ms} ms; activity() tells what happened.`))
    }, ms)
    state.listeners.add(check)
    check()
  })
}

/** The page's own calls, which carry the names of `Actions` and what the browser knows. */
async function act(
  actions: Actions,
  { state, baseUrl }: { state: State; baseUrl: string },
  name: string,
  input: Fields,
): Promise<(Outcome & { link?: string }) | undefined> {
  const user = string(input.user)
  const channel = string(input.channel)
  const text = string(input.text)
  const ts = string(input.ts)
  const thread = string(input.thread) || undefined
  const given: Given = Object.fromEntries(
    Object.entries(fields(input.given)).map(([key, values]) => [key, list(values).map(String)]),
  )
  state.actsIn(user, string(input.page))
  switch (name) {
    case 'post':
      return actions.post({ user, channel, text, thread })
    case 'shortcut':
      return actions.shortcut({ user, channel, ts, callbackId: string(input.callbackId) })
    case 'press': {
      const view = input.view === 'modal' || input.view === 'home' ? input.view : undefined
      const place: Place = view ? { view } : { channel, ts }
      const choice = list(input.choice).map(String)
      return actions.press({
        user,
        place,
        action: string(input.action),
        block: string(input.block),
        choice,
        given,
      })
    }
    case 'submit':
      return actions.submit({ user, given })
    case 'close':
      return actions.closeView({ user })
    case 'dismiss':
      return actions.dismiss({ user, channel, ts })
    case 'home':
      return actions.openHome({ user, tab: input.tab === 'messages' ? 'messages' : 'home' })
    case 'paste':
      return actions.paste({ user, channel, text })
    case 'link': {
      const message = state.message(channel, ts)
      return message && { ok: true, link: permalink(baseUrl, channel, message) }
    }
    default:
      return undefined
  }
}

function loopback(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  if (['127.0.0.1', 'localhost', '[::1]'].includes(host)) return url
  throw new Error(`The request URL ${url} is not on this machine; give an address on 127.0.0.1.`)
}

/** The newest thread of the first conversation that has one. */
function newestThread(state: State, draft: string) {
  for (const { id } of state.conversations.values()) {
    const root = state.messages(id).findLast((message) => message.thread_ts === message.ts)
    if (root) return { channel: id, thread: root.ts, draft }
  }
  const channel = [...state.conversations.values()].find((each) => each.kind === 'channel')?.id ?? ''
  return { channel, thread: '', draft }
}

/** What the page opens with: its question is typed only until the thread has an answer. */
function unanswered(opening: Workspace['opening'], state: State): Workspace['opening'] {
  const isAnswered = state.replies(opening.channel, opening.thread).some(({ user }) => user === botUser)
  return isAnswered ? { ...opening, draft: '' } : opening
}

/** The message that a permalink names, opened in its thread. */
function openedBy(url: URL, state: State) {
  const [, , channel = '', point = ''] = url.pathname.split('/')
  const ts = point.replace(/^p(\d+)(\d{6})$/, '$1.$2')
  const message = state.message(channel, ts)
  return message && { channel, thread: message.thread_ts ?? message.ts, draft: '' }
}
