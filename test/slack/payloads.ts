let count = 0
const next = (prefix: string) => {
  count += 1
  return `${prefix}${count}`
}

export const channel = 'C1'
export const asker = 'UANA'
export const other = 'UBEN'
export const rootTs = '1700000000.000100'
export const responseUrl = 'https://hooks.example/respond'

type Body = Record<string, unknown>

export function aCommand(text: string, more: Body = {}): Body {
  return {
    command: '/weigh',
    text,
    user_id: asker,
    user_name: 'ana',
    channel_id: channel,
    team_id: 'T1',
    response_url: responseUrl,
    trigger_id: next('trigger'),
    ...more,
  }
}

export function anEvent(event: Body, more: Body = {}): Body {
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: next('Ev'),
    event_time: 1,
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event,
    ...more,
  }
}

export function aMention(text: string, more: Body = {}, envelope: Body = {}): Body {
  const ts = '1700000500.000100'
  const event = { type: 'app_mention', user: asker, text: `<@UBOT> ${text}`, channel, ts, event_ts: ts }
  return anEvent({ ...event, ...more }, envelope)
}

export function aDirectMessage(text: string, more: Body = {}): Body {
  const ts = '1700000500.000100'
  const event = { type: 'message', channel_type: 'im', user: asker, text, channel: 'D1', ts, event_ts: ts }
  return anEvent({ ...event, ...more })
}

export function aShortcut(message: Body, more: Body = {}): Body {
  return {
    type: 'message_action',
    callback_id: 'weigh-thread',
    trigger_id: next('trigger'),
    response_url: responseUrl,
    message_ts: message.ts,
    message: { type: 'message', ...message },
    channel: { id: channel, name: 'design' },
    user: { id: asker, name: 'ana', team_id: 'T1' },
    team: { id: 'T1', domain: 'team' },
    ...more,
  }
}

export function aSubmission(view: Body, user = asker): Body {
  return {
    type: 'view_submission',
    user: { id: user, name: user === asker ? 'ana' : user, team_id: 'T1' },
    team: { id: 'T1', domain: 'team' },
    trigger_id: next('trigger'),
    view: { id: 'V1', type: 'modal', callback_id: 'facts-form', state: { values: {} }, ...view },
  }
}

interface Where {
  user?: string
  /** Absent: a private message. */
  message?: Body
  thread?: string
  channel?: string
  /** A modal or the Home tab instead of a message. */
  view?: Body
}

/** A press on an element of blocks, found by its action id; `choice` is an option's value. */
export function aPress(blocks: unknown, action: string, where: Where = {}, choice?: string): Body {
  const { row, element } = find(blocks, action)
  const ts = String(where.message?.ts ?? '1800000000.999999')
  const inChannel = {
    channel: { id: where.channel ?? channel, name: 'design' },
    response_url: responseUrl,
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: where.channel ?? channel,
      is_ephemeral: !where.message,
      ...(where.thread ? { thread_ts: where.thread } : {}),
    },
    ...(where.message ? { message: where.message } : {}),
  }
  const inView = {
    view: { state: { values: {} }, ...where.view },
    container: { type: 'view', view_id: where.view?.id },
  }
  return {
    type: 'block_actions',
    user: {
      id: where.user ?? asker,
      username: where.user ?? 'ana',
      name: where.user ?? 'ana',
      team_id: 'T1',
    },
    team: { id: 'T1', domain: 'team' },
    trigger_id: next('trigger'),
    actions: [{ ...element, block_id: row, action_ts: next(''), ...chosen(element, choice) }],
    ...(where.view ? inView : inChannel),
  }
}

function chosen(element: Body, choice: string | undefined): Body {
  if (choice === undefined) return {}
  return {
    selected_option: { text: { type: 'plain_text', text: choice }, value: choice },
    type: element.type,
  }
}

interface Row {
  block_id?: string
  elements?: Body[]
  accessory?: Body
}

/** An open form with these facts chosen, as Slack tells of it: every list has its value, chosen or not. */
export function aForm(view: Body, chosen: Record<string, string> = {}): Body {
  const values = Object.fromEntries(
    (view.blocks as Row[]).flatMap(({ block_id: id = '', accessory }) => {
      if (!accessory) return []
      const { value } = (accessory.initial_option ?? {}) as { value?: string }
      const option = { value: chosen[id.replace('fact/', '')] ?? value }
      return [[id, { [String(accessory.action_id)]: { type: 'static_select', selected_option: option } }]]
    }),
  )
  return { id: 'V1', type: 'modal', ...view, state: { values } }
}

/** A choice in an open form: the press on one of its lists. */
export function aChoiceOf(view: Body, fact: string, value: string, user = asker): Body {
  const action = { type: 'static_select', action_id: 'fact', block_id: `fact/${fact}`, action_ts: next('') }
  return {
    ...aPress([{ elements: [{ action_id: 'fact' }] }], 'fact', {
      view: aForm(view, { [fact]: value }),
      user,
    }),
    actions: [{ ...action, selected_option: { text: { type: 'plain_text', text: value }, value } }],
  }
}

function find(blocks: unknown, action: string): { row: string; element: Body } {
  for (const { block_id: row = 'row', elements = [] } of blocks as Row[]) {
    const element = elements.find((each) => each.action_id === action)
    if (element) return { row, element }
  }
  throw new Error(`No ${action} in ${JSON.stringify(blocks)}`)
}
