import type { BlockAction } from '@slack/bolt'
import { z } from 'zod'
import type { Surface } from '../cards/card-types.ts'
import { menuChoice } from '../cards/foot.ts'
import type { Bot, Respond } from './bot.ts'
import { carriedState } from './carried-state.ts'
import { type Form, readForm } from './form.ts'

/** Who pressed what and where, the same for messages, private messages, modals and Home. */
export interface Press {
  user: string
  /** The presser's handle, known without any scope. */
  handle: string
  trigger: string
  botUser: string
  surface: Surface
  channel?: string | undefined
  thread?: string | undefined
  /** Timestamp of the pressed card. */
  ts?: string | undefined
  /** The modal that holds the button. */
  view?: string | undefined
  /** Set in an open form: channel, thread and ts are those that the form is about then. */
  form?: Form | undefined
  /** The form's inputs as they stand, as Slack words them. */
  values: FormValues
  /** True for a thread that was weighed without a question to the bot. */
  weighed?: boolean | undefined
  /** Whoever asked or shared the card, as its menu tells. */
  owner?: string | undefined
  /** The state that the pressed message carries; Slack does not send private ones along. */
  carried?: string | undefined
  hook?: string | undefined
  respond?: Respond | undefined
}

export type FormValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const Container = z.looseObject({
  message_ts: z.string().optional(),
  channel_id: z.string().optional(),
  thread_ts: z.string().optional(),
  is_ephemeral: z.boolean().default(false),
})

/** Reads the payload of a press; it can be responded to only where Slack sent a response_url. */
export function pressOf({ respondTo }: Pick<Bot, 'respondTo'>, body: BlockAction, botUser: string): Press {
  const container = Container.parse(body.container)
  const channel = body.channel?.id ?? container.channel_id
  const form = readForm(body.view?.private_metadata)
  return {
    user: body.user.id,
    handle: body.user.name ?? body.user.username,
    trigger: body.trigger_id,
    botUser,
    values: body.view?.state.values ?? {},
    view: body.view?.type === 'modal' ? body.view.id : undefined,
    form,
    carried: carriedState(body.message),
    hook: body.response_url,
    respond: body.response_url ? respondTo(body.response_url) : undefined,
    ...(form
      ? aboutForm(form)
      : {
          surface: surfaceOf(channel, container),
          channel,
          thread: container.thread_ts,
          ts: container.message_ts,
          owner: ownerOf(body.message),
        }),
  }
}

/** What the form of an open modal is about: a card, a thread, or nothing but its facts. */
export function aboutForm({
  target,
}: Form): Pick<Press, 'surface' | 'channel' | 'thread' | 'ts' | 'owner' | 'weighed'> {
  switch (target.kind) {
    case 'card': {
      const { surface, channel, thread, ts, owner } = target
      return { surface, channel, thread, ts, owner }
    }
    case 'thread':
      return {
        surface: 'thread',
        channel: target.channel,
        thread: target.thread,
        ts: target.until,
        weighed: true,
      }
    default:
      return { surface: 'home' }
  }
}

function surfaceOf(channel: string | undefined, container: z.infer<typeof Container>): Surface {
  if (!channel) return 'home'
  if (container.is_ephemeral) return 'private'
  if (channel.startsWith('D')) return 'dm'
  return container.thread_ts ? 'thread' : 'channel'
}

const Menu = z.object({ options: z.array(z.object({ value: z.string() })) })
const Rows = z.object({ blocks: z.array(z.object({ elements: z.array(z.unknown()).default([]) })) })

/** The card's own menu says who may remove it; Slack sends the message along unless it is private. */
function ownerOf(message: unknown): string | undefined {
  const rows = Rows.safeParse(message)
  if (!rows.success) return undefined
  for (const element of rows.data.blocks.flatMap(({ elements }) => elements)) {
    const menu = Menu.safeParse(element)
    for (const { value } of menu.success ? menu.data.options : []) {
      const choice = menuChoice(value)
      if (choice?.choice === 'remove') return choice.user
    }
  }
  return undefined
}
