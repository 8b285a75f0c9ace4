import { randomUUID } from 'node:crypto'
import { fields } from '../cards/block-kit/read.ts'
import { type Given, missingInputs, stateValues } from './form.ts'
import { appId, botUser, type Conversation, type Message, slackbot, team } from './model.ts'
import { applySubmission, responseUrls, viewPayload, visible } from './open-views.ts'
import { type Outcome, outcome } from './outcome.ts'
import { readPaste } from './paste.ts'
import type { Occasion, Permits } from './permits.ts'
import { pressedAction } from './pressed.ts'
import { respond } from './response-url.ts'
import { createSender, type SenderContext } from './sender.ts'
import { typed } from './typed.ts'
import { isMember, publicMessage } from './web-api.ts'

export interface ActionContext extends SenderContext {
  permits: Permits
  baseUrl: string
}

/** Where an element stands: on a message, in the person's visible modal, or on their Home tab. */
export type Place = { channel: string; ts: string } | { view: 'modal' | 'home' }
/** What people can do in the workspace. Each resolves once the app has acked or 3 s are over. */
export interface Actions {
  /** Says something; a text that begins with `/` is a command, which threads refuse as Slack does. */
  post(input: {
    user: string
    channel: string
    text: string
    thread?: string | undefined
    attachments?: readonly unknown[]
  }): Promise<Outcome>
  /** Edits an own message: apps hear of it as message_changed and as a second app_mention. */
  edit(input: { user: string; channel: string; ts: string; text: string }): Promise<Outcome>
  shortcut(input: { user: string; channel: string; ts: string; callbackId: string }): Promise<Outcome>
  /** Presses a button or chooses from a menu, named by action_id or by its label; `choice` is an option's value. */
  press(input: {
    user: string
    place: Place
    action: string
    block?: string | undefined
    choice?: readonly string[]
    given?: Given
  }): Promise<Outcome>
  submit(input: { user: string; given?: Given }): Promise<Outcome>
  closeView(input: { user: string }): Promise<Outcome>
  /** Takes a private line away from the one person who sees it; the app hears nothing of it. */
  dismiss(input: { user: string; channel: string; ts: string }): Promise<Outcome>
  openHome(input: { user: string; tab?: 'home' | 'messages' }): Promise<Outcome>
  /** Makes a thread of a discussion copied from elsewhere; nothing of it is sent to the app. */
  paste(input: { user: string; channel: string; text: string }): Promise<Outcome>
  /** Leaves a channel: apps may write there as before, but not to this person. */
  leave(input: { user: string; channel: string }): Promise<Outcome>
  /** Sends the last event once more, as Slack does when an ack got lost. */
  repeatLastEvent(): Promise<Outcome>
}

export function createActions(context: ActionContext): Actions {
  const { state, permits, manifest } = context
  const sender = createSender(context)

  function responseUrl(occasion: Occasion): string {
    return `${context.baseUrl}/hooks/${permits.hook(occasion)}`
  }

  /** A private line as Slack itself would show it. */
  function tell(channel: string, user: string, text: string, thread?: string): void {
    const place = thread ? { thread_ts: thread } : {}
    state.add(channel, {
      type: 'message',
      ts: state.nextTs(),
      user: slackbot,
      team,
      text,
      to: user,
      ...place,
    })
  }

  function conversation(reference: string): Conversation {
    const found = state.find(reference)
    if (!found)
      throw new Error(`No conversation "${reference}"; take an id or name of the workspace's conversations.`)
    return found
  }

  function message(channel: string, ts: string): Message {
    const found = state.message(channel, ts)
    if (!found) throw new Error(`No message ${ts} in ${channel}; take a ts that messages() returned.`)
    return found
  }

  async function slash(
    user: string,
    { id, name, kind }: Conversation,
    text: string,
    thread?: string,
  ): Promise<Outcome> {
    const [command = '', ...rest] = text.split(' ')
    if (!manifest.features?.slash_commands?.some((each) => each.command === command)) {
      tell(id, user, `\`${command}\` is not a valid command.`, thread)
      return { ok: false }
    }
    if (thread) {
      tell(id, user, `\`${command}\` is not supported in threads. Sorry!`, thread)
      return { ok: false }
    }
    if (!context.scopes.has('commands')) return { ok: false, error: 'missing_scope' }
    const ack = await sender.send('slash_commands', {
      token: 'local',
      team_id: team,
      team_domain: 'local',
      channel_id: id,
      channel_name: channelName(name, kind),
      user_id: user,
      user_name: state.name(user),
      command,
      text: rest.join(' '),
      api_app_id: appId,
      is_enterprise_install: 'false',
      response_url: responseUrl({ user, channel: id }),
      trigger_id: permits.trigger(state.seat(user)),
    })
    const { text: answer, blocks } = ack.ok ? fields(ack.body) : {}
    const hasBody = Boolean(answer || blocks)
    const error = ack.ok ? hasBody && respond(state, { user, channel: id }, ack.body) : ack.error
    if (!error) return { ok: true }
    tell(id, user, `\`${command}\` failed with the error “${error}”.`)
    return { ok: false, error }
  }

  async function announce(place: Conversation, posted: Message, edited = false): Promise<void> {
    if (!isMember(place)) return
    const { to, ...said } = posted
    const event = { ...said, channel: place.id, event_ts: posted.ts }
    const im = place.kind === 'im'
    const channelType = { channel_type: im ? 'im' : 'channel' }
    const changed = {
      type: 'message',
      subtype: 'message_changed',
      channel: place.id,
      message: said,
      ts: state.nextTs(),
    }
    const mentioned = !im && posted.text.includes(`<@${botUser}>`)
    const acks = await Promise.all([
      sender.event(im ? 'message.im' : 'message.channels', { ...(edited ? changed : event), ...channelType }),
      mentioned ? sender.event('app_mention', { ...event, type: 'app_mention' }) : undefined,
    ])
    // Slack would say nothing here; whoever tries the app locally should see why no answer comes.
    const failed = acks.find((ack) => ack?.ok === false)
    if (failed?.ok === false) {
      tell(place.id, posted.user, `The app did not take this message (“${failed.error}”).`, posted.thread_ts)
    }
  }

  return {
    post: async ({ user, channel, text, thread, attachments }) => {
      const place = conversation(channel)
      if (text.startsWith('/')) return slash(user, place, text, thread)
      const posted = state.add(place.id, {
        type: 'message',
        ts: state.nextTs(),
        user,
        team,
        client_msg_id: randomUUID(),
        text: typed(state, text),
        ...(thread ? { thread_ts: thread } : {}),
        ...(attachments ? { attachments } : {}),
      })
      if (!isMember(place) && posted.text.includes(`<@${botUser}>`)) {
        tell(place.id, user, `You mentioned <@${botUser}>, but they’re not in this channel.`, thread)
      }
      await announce(place, posted)
      return { ok: true, ts: posted.ts }
    },
    edit: async ({ user, channel, ts, text }) => {
      const place = conversation(channel)
      const edited = message(place.id, ts)
      edited.text = typed(state, text)
      edited.edited = { user, ts: state.nextTs() }
      state.changed(place.id, edited)
      await announce(place, edited, true)
      return { ok: true, ts }
    },
    shortcut: async ({ user, channel, ts, callbackId }) => {
      const { id, name, kind } = conversation(channel)
      const target = message(id, ts)
      const known = manifest.features?.shortcuts?.some((each) => each.callback_id === callbackId)
      if (!known || target.to || !context.scopes.has('commands'))
        return { ok: false, error: 'unknown_shortcut' }
      const ack = await sender.interact(user, {
        type: 'message_action',
        callback_id: callbackId,
        action_ts: state.nextTs(),
        trigger_id: permits.trigger(state.seat(user)),
        response_url: responseUrl({ user, channel: id }),
        message_ts: ts,
        channel: { id, name: channelName(name, kind) },
        message: publicMessage(state, id, target),
      })
      if (!ack.ok) tell(id, user, `The shortcut failed with the error “${ack.error}”.`, target.thread_ts)
      return outcome(ack)
    },
    press: async ({ user, place, action, block, choice = [], given = {} }) => {
      const view = 'view' in place ? visible(state, user, place.view) : undefined
      const pressed = 'view' in place ? undefined : message(conversation(place.channel).id, place.ts)
      const blocks = view?.blocks ?? pressed?.blocks ?? []
      const done = pressedAction(blocks, action, block, choice, state.nextTs())
      if (view) {
        return outcome(
          await sender.interact(user, {
            type: 'block_actions',
            container: { type: 'view', view_id: view.id },
            trigger_id: permits.trigger(state.seat(user)),
            view: viewPayload(view, given),
            actions: [done],
          }),
        )
      }
      if ('view' in place || !pressed) return { ok: false, error: 'no_view' }
      const { id, name, kind } = conversation(place.channel)
      const thread = pressed.thread_ts ? { thread_ts: pressed.thread_ts } : {}
      const occasion = { user, channel: id, ts: place.ts }
      const ack = await sender.interact(user, {
        type: 'block_actions',
        container: {
          type: 'message',
          message_ts: place.ts,
          channel_id: id,
          is_ephemeral: pressed.to !== undefined,
          ...thread,
        },
        trigger_id: permits.trigger(state.seat(user)),
        channel: { id, name: channelName(name, kind) },
        // Slack leaves the message out when it is ephemeral.
        ...(pressed.to ? {} : { message: publicMessage(state, id, pressed) }),
        state: { values: stateValues(blocks, given, id) },
        response_url: responseUrl(occasion),
        actions: [done],
      })
      if (!ack.ok) tell(id, user, `The app did not take the press (“${ack.error}”).`, pressed.thread_ts)
      return outcome(ack)
    },
    submit: async ({ user, given = {} }) => {
      const seat = state.seat(user)
      const view = state.stack(seat).at(-1)
      if (!view) return { ok: false, error: 'no_view' }
      const payload = viewPayload(view, given)
      const missing = missingInputs(view.blocks, payload.state.values)
      if (Object.keys(missing).length > 0) return { ok: false, errors: missing }
      const ack = await sender.interact(user, {
        type: 'view_submission',
        trigger_id: permits.trigger(seat),
        view: payload,
        response_urls: responseUrls(view, payload.state.values, (channel) => responseUrl({ user, channel })),
      })
      if (!ack.ok) return { ok: false, error: `We had some trouble connecting. Try again? (${ack.error})` }
      return applySubmission(state, seat, view, ack.body)
    },
    closeView: async ({ user }) => {
      const seat = state.seat(user)
      const view = state.stack(seat).at(-1)
      state.setModals(seat, state.stack(seat).slice(0, -1))
      if (view?.notify_on_close) {
        await sender.interact(user, { type: 'view_closed', view: viewPayload(view, {}), is_cleared: false })
      }
      return { ok: true }
    },
    dismiss: ({ user, channel, ts }) => {
      const { id } = conversation(channel)
      if (message(id, ts).to !== user) return Promise.resolve({ ok: false, error: 'cant_delete_message' })
      state.remove(id, ts)
      return Promise.resolve({ ok: true })
    },
    openHome: async ({ user, tab = 'home' }) => {
      const view = state.homes.get(user)
      await sender.event('app_home_opened', {
        type: 'app_home_opened',
        user,
        channel: conversation(user).id,
        tab,
        event_ts: state.nextTs(),
        ...(view && tab === 'home' ? { view: viewPayload(view, {}) } : {}),
      })
      return { ok: true }
    },
    paste: ({ channel, text }) => {
      const lines = readPaste(text)
      if (lines.length < 2) {
        const error =
          'No discussion found: each message needs a line with a name and a time, or “name: text”.'
        return Promise.resolve({ ok: false, error })
      }
      const said = lines.map((line) => ({ ...line, text: typed(state, line.text) }))
      return Promise.resolve({ ok: true, ts: state.addThread(conversation(channel).id, said) })
    },
    leave: ({ user, channel }) => {
      const place = conversation(channel)
      place.members = place.members.filter((each) => each !== user)
      return Promise.resolve({ ok: true })
    },
    repeatLastEvent: async () => {
      const ack = await sender.repeatLast()
      return ack ? outcome(ack) : { ok: false, error: 'no_event' }
    },
  }
}

function channelName(name: string, kind: Conversation['kind']): string {
  return kind === 'im' ? 'directmessage' : name
}
