import { fields } from '../cards/block-kit/read.ts'
import type { Ack, Link, PayloadKind } from './link.ts'
import { appId, botUser, type Manifest, team } from './model.ts'
import { eventScope } from './scopes.ts'
import { newId, type State } from './state.ts'

/** What is needed to send the app something. */
export interface SenderContext {
  state: State
  scopes: ReadonlySet<string>
  manifest: Manifest
  link: Link
}

/** Sends the app what Slack sends, and notes it with the ack for the activity panel. */
export interface Sender {
  send(kind: PayloadKind, payload: object): Promise<Ack>
  /** Sends an event that the app subscribes to and may see; undefined when it is not sent. */
  event(name: string, event: object): Promise<Ack | undefined>
  interact(user: string, payload: object): Promise<Ack>
  /** Sends the last event once more; undefined where none was sent. */
  repeatLast(): Promise<Ack | undefined>
}

export function createSender(context: SenderContext): Sender {
  const { state, manifest } = context
  let lastEvent: object | undefined

  async function send(kind: PayloadKind, payload: object, retry = 0): Promise<Ack> {
    const started = Date.now()
    const { event: said, command, type } = fields(payload)
    const label = `${kind} ${String(fields(said).type ?? command ?? type)}`
    state.note('to app', retry ? `${label} (retry ${retry})` : label, payload)
    const ack = await context.link(kind, payload, retry)
    const body = ack.ok ? (ack.body ?? null) : { error: ack.error }
    state.note(
      'from app',
      `ack of ${label}`,
      body,
      `${ack.ok ? 'ok' : ack.error}, ${Date.now() - started} ms`,
    )
    return ack
  }

  async function event(name: string, said: object): Promise<Ack | undefined> {
    const scope = eventScope(name)
    if (!manifest.settings?.event_subscriptions?.bot_events?.includes(name)) return undefined
    if (scope && !context.scopes.has(scope)) return undefined
    lastEvent = {
      token: 'local',
      team_id: team,
      api_app_id: appId,
      event: said,
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: 'local',
    }
    return send('events_api', lastEvent)
  }

  function interact(user: string, payload: object): Promise<Ack> {
    return send('interactive', {
      team: { id: team, domain: 'local' },
      user: { id: user, username: state.name(user), name: state.name(user), team_id: team },
      api_app_id: appId,
      token: 'local',
      enterprise: null,
      is_enterprise_install: false,
      ...payload,
    })
  }

  return {
    send,
    event,
    interact,
    repeatLast: () => (lastEvent ? send('events_api', lastEvent, 1) : Promise.resolve(undefined)),
  }
}
