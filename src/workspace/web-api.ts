import { type Fields, fields } from '../cards/block-kit/read.ts'
import { validateMessage, validateView } from '../cards/block-kit/validate.ts'
import { appId, botId, botUser, type Conversation, type Message, team } from './model.ts'
import type { Permits } from './permits.ts'
import { messageRefusal, type Refusal, refuse, viewRefusal } from './refusal.ts'
import { neededScope } from './scopes.ts'
import { keptBlocks, type State } from './state.ts'

export interface ApiContext {
  state: State
  permits: Permits
  scopes: ReadonlySet<string>
  baseUrl: string
  botToken: string
  appToken: string
}

type Reply = { ok: true; [more: string]: unknown } | Refusal
type Method = (args: Fields, context: ApiContext) => Reply

/**
 * Answers one Web API call as Slack does, always with `ok`. Checks token, scope and membership before the method;
 * a method that the workspace does not know is `unknown_method`.
 */
export function callMethod(method: string, args: Fields, token: string, context: ApiContext): Reply {
  if (method === 'apps.connections.open') return openConnection(token, context)
  if (token === context.appToken) return refuse('not_allowed_token_type')
  if (token !== context.botToken) return refuse('invalid_auth')
  const run = methods[method]
  if (!run) return refuse('unknown_method', { req_method: method })
  const conversation = context.state.find(string(args.channel ?? args.channel_id))
  const needed = neededScope(method, conversation?.kind)
  if (needed && !context.scopes.has(needed)) {
    return refuse('missing_scope', { needed, provided: [...context.scopes].join(',') })
  }
  return run(args, context)
}

/** The app's message as it is kept, from a body that passed the validator. */
export function botMessage(state: State, body: Fields, extra: Partial<Message> = {}): Message {
  return {
    type: 'message',
    ts: state.nextTs(),
    user: botUser,
    team,
    bot_id: botId,
    app_id: appId,
    text: string(body.text),
    ...(body.blocks === undefined ? {} : { blocks: keptBlocks(body.blocks) }),
    ...(body.thread_ts === undefined ? {} : { thread_ts: string(body.thread_ts) }),
    ...(body.metadata === undefined ? {} : { metadata: body.metadata }),
    ...extra,
  }
}

/** A message as apps see it: with its thread's figures, without what only this workspace knows. */
export function publicMessage(state: State, channel: string, message: Message): object {
  const { to, ...shown } = message
  const replies = state.replies(channel, message.ts)
  if (replies.length === 0) return shown
  const users = [...new Set(replies.map((reply) => reply.user))]
  return {
    ...shown,
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
  }
}

const methods: Readonly<Record<string, Method>> = {
  'auth.test': (_, { state, baseUrl }) => ({
    ok: true,
    url: `${baseUrl}/`,
    team: 'Local workspace',
    user: state.name(botUser),
    team_id: team,
    user_id: botUser,
    bot_id: botId,
    is_enterprise_install: false,
  }),
  'chat.postMessage': (args, { state, scopes }) => {
    const conversation = state.find(string(args.channel))
    if (!conversation) return refuse('channel_not_found')
    if (!isMember(conversation) && !scopes.has('chat:write.public')) return refuse('not_in_channel')
    const refusal = messageRefusal(args, 'message') ?? threadRefusal(state, conversation.id, args)
    if (refusal) return refusal
    const message = state.add(conversation.id, botMessage(state, args))
    state.tell({ kind: 'status', channel: conversation.id, thread: message.thread_ts ?? '', text: '' })
    return { ok: true, channel: conversation.id, ts: message.ts, message }
  },
  'chat.postEphemeral': (args, { state }) => {
    const conversation = state.find(string(args.channel))
    if (!conversation) return refuse('channel_not_found')
    if (!isMember(conversation)) return refuse('not_in_channel')
    const to = string(args.user)
    if (!conversation.members.includes(to)) return refuse('user_not_in_channel')
    const refusal = messageRefusal(args, 'private') ?? threadRefusal(state, conversation.id, args)
    if (refusal) return refusal
    return { ok: true, message_ts: state.add(conversation.id, botMessage(state, args, { to })).ts }
  },
  'chat.update': (args, { state }) => {
    const channel = string(args.channel)
    const message = state.message(channel, string(args.ts))
    if (!message || message.to) return refuse('message_not_found')
    if (message.user !== botUser) return refuse('cant_update_message')
    const refusal = messageRefusal(args, 'message')
    if (refusal) return refusal
    rewrite(message, args)
    state.changed(channel, message)
    return { ok: true, channel, ts: message.ts, text: message.text, message }
  },
  'chat.delete': (args, { state }) => {
    const channel = string(args.channel)
    const message = state.message(channel, string(args.ts))
    if (!message || message.to) return refuse('message_not_found')
    if (message.user !== botUser) return refuse('cant_delete_message')
    state.remove(channel, message.ts)
    return { ok: true, channel, ts: message.ts }
  },
  'chat.getPermalink': (args, { state, baseUrl }) => {
    const channel = string(args.channel)
    const message = state.message(channel, string(args.message_ts))
    if (!message) return refuse('message_not_found')
    return { ok: true, channel, permalink: permalink(baseUrl, channel, message) }
  },
  'conversations.replies': (args, { state }) => {
    const conversation = state.find(string(args.channel))
    if (!conversation) return refuse('channel_not_found')
    if (!isMember(conversation)) return refuse('not_in_channel')
    const message = state.message(conversation.id, string(args.ts))
    if (!message || message.to) return refuse('thread_not_found')
    const root = message.thread_ts ?? message.ts
    const all = state.messages(conversation.id).filter((each) => each.ts === root || each.thread_ts === root)
    return page(state, conversation.id, all, args)
  },
  'conversations.history': (args, { state }) => {
    const conversation = state.find(string(args.channel))
    if (!conversation) return refuse('channel_not_found')
    if (!isMember(conversation)) return refuse('not_in_channel')
    const roots = state
      .messages(conversation.id)
      .filter((each) => !each.thread_ts || each.thread_ts === each.ts)
    return page(state, conversation.id, roots.toReversed(), args)
  },
  'conversations.info': (args, { state }) => {
    const conversation = state.find(string(args.channel))
    if (!conversation) return refuse('channel_not_found')
    const im = conversation.kind === 'im'
    const kind = im
      ? { is_im: true, user: conversation.members[0] }
      : { is_channel: true, name: conversation.name }
    return { ok: true, channel: { id: conversation.id, ...kind, is_member: isMember(conversation) } }
  },
  'conversations.open': (args, { state }) => {
    const conversation = state.find(string(args.users).split(',')[0] ?? '')
    return conversation ? { ok: true, channel: { id: conversation.id } } : refuse('user_not_found')
  },
  'users.info': (args, { state }) => {
    const person = state.people.get(string(args.user))
    if (!person) return refuse('user_not_found')
    const { id, name, isBot = false } = person
    const profile = { display_name: name, real_name: name }
    return { ok: true, user: { id, team_id: team, name, real_name: name, is_bot: isBot, profile } }
  },
  'reactions.add': (args, { state }) => {
    const channel = string(args.channel)
    const message = state.message(channel, string(args.timestamp))
    if (!message) return refuse('message_not_found')
    message.reactions ??= []
    const name = string(args.name)
    if (message.reactions.some((each) => each.name === name && each.users.includes(botUser))) {
      return refuse('already_reacted')
    }
    message.reactions.push({ name, users: [botUser], count: 1 })
    state.changed(channel, message)
    return { ok: true }
  },
  'assistant.threads.setStatus': (args, { state }) => {
    const conversation = state.find(string(args.channel_id))
    if (!conversation) return refuse('channel_not_found')
    const thread = string(args.thread_ts)
    state.tell({ kind: 'status', channel: conversation.id, thread, text: string(args.status) })
    return { ok: true }
  },
  'views.open': (args, { state, permits }) => {
    const trigger = permits.checkTrigger(string(args.trigger_id))
    if ('error' in trigger) return refuse(trigger.error)
    const refusal = viewRefusal(args.view)
    if (refusal) return refusal
    permits.useTrigger(string(args.trigger_id))
    const view = state.openView(args.view)
    state.setModals(trigger.seat, [view])
    return { ok: true, view }
  },
  'views.push': (args, { state, permits }) => {
    const trigger = permits.checkTrigger(string(args.trigger_id))
    if ('error' in trigger) return refuse(trigger.error)
    const stack = state.stack(trigger.seat)
    if (stack.length >= maxModals) return refuse('push_limit_reached')
    const refusal = viewRefusal(args.view)
    if (refusal) return refusal
    permits.useTrigger(string(args.trigger_id))
    const view = state.openView(args.view, stack.at(-1))
    state.setModals(trigger.seat, [...stack, view])
    return { ok: true, view }
  },
  'views.update': (args, { state }) => {
    for (const [seat, stack] of state.modals) {
      const at = stack.findIndex(
        (each) => each.id === args.view_id || matches(each.external_id, args.external_id),
      )
      const old = stack[at]
      if (!old) continue
      if (args.hash !== undefined && args.hash !== old.hash) return refuse('hash_conflict')
      const refusal = viewRefusal(args.view)
      if (refusal) return refusal
      const view = { ...state.openView(args.view, stack[at - 1], old.id), root_view_id: old.root_view_id }
      stack[at] = view
      state.tell({ kind: 'modal', seat })
      return { ok: true, view }
    }
    return refuse('not_found')
  },
  'views.publish': (args, { state }) => {
    const user = string(args.user_id)
    if (!state.people.has(user)) return refuse('user_not_found')
    const refusal = viewRefusal(args.view)
    if (refusal) return refusal
    const view = state.openView(args.view)
    state.homes.set(user, view)
    state.tell({ kind: 'home', user })
    return { ok: true, view }
  },
  'blocks.validate': (args) => {
    const name = args.view ? 'view' : args.message ? 'message' : 'blocks'
    const errors = args.view
      ? validateView(args.view)
      : validateMessage(args.message ?? { text: '-', blocks: args.blocks })
    return errors.length > 0 ? refuse(`invalid_${name}`, { errors }) : { ok: true }
  },
}

export const maxModals = 3

/** Puts a new text, blocks or metadata into a message: text without blocks takes the blocks away, as Slack does. */
export function rewrite(message: Message, body: Fields): void {
  if (body.blocks !== undefined) message.blocks = keptBlocks(body.blocks)
  else if (body.text !== undefined) delete message.blocks
  if (body.text !== undefined) message.text = string(body.text)
  if (body.metadata !== undefined) message.metadata = body.metadata
}

/** The text of a wire value; empty for what is no text or number. */
export function string(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function isMember(conversation: Conversation): boolean {
  return conversation.members.includes(botUser)
}

export function permalink(baseUrl: string, channel: string, message: Message): string {
  const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel}` : ''
  return `${baseUrl}/archives/${channel}/p${message.ts.replace('.', '')}${thread}`
}

function openConnection(token: string, { permits, appToken, baseUrl }: ApiContext): Reply {
  if (token !== appToken) return refuse('not_allowed_token_type')
  return { ok: true, url: `${baseUrl.replace('http:', 'ws:')}/link?ticket=${permits.ticket()}` }
}

function threadRefusal(state: State, channel: string, args: Fields): Refusal | undefined {
  if (args.thread_ts === undefined || state.message(channel, string(args.thread_ts))) return undefined
  return refuse('thread_not_found')
}

function matches(external: string | undefined, wanted: unknown): boolean {
  return external !== undefined && external !== '' && external === wanted
}

function page(state: State, channel: string, all: readonly Message[], args: Fields): Reply {
  const oldest = Number(args.oldest ?? 0)
  const latest = Number(args.latest ?? Number.POSITIVE_INFINITY)
  const seen = all.filter((each) => !each.to && Number(each.ts) >= oldest && Number(each.ts) <= latest)
  const limit = Math.min(Number(args.limit ?? 100), 999)
  const start = Number(Buffer.from(string(args.cursor), 'base64').toString() || 0)
  const more = start + limit < seen.length
  const messages = seen.slice(start, start + limit).map((each) => {
    const { metadata, ...rest } = fields(publicMessage(state, channel, each))
    return isTrue(args.include_all_metadata) && metadata !== undefined ? { ...rest, metadata } : rest
  })
  const next_cursor = more ? Buffer.from(String(start + limit)).toString('base64') : ''
  return { ok: true, messages, has_more: more, response_metadata: { next_cursor } }
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1'
}
