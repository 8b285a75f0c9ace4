import type { BlockAction } from '@slack/bolt'
import { z } from 'zod'
import type { Surface } from '../cards/card-types.ts'
import { menuChoice } from '../cards/foot.ts'
import type { Bot, Respond } from './bot.ts'
import { readWeighing, type Weighing } from './weighing.ts'

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
  /** Set in the modal of a weighed thread: channel, thread and ts are that thread's then. */
  weighing?: Weighing | undefined
  /** Whoever asked or shared the card, as its menu tells. */
  owner?: string | undefined
  respond?: Respond | undefined
}

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
  const weighing = readWeighing(body.view?.private_metadata)
  return {
    user: body.user.id,
    handle: body.user.name ?? body.user.username,
    trigger: body.trigger_id,
    botUser,
    surface: surfaceOf(channel, container),
    channel: weighing?.channel ?? channel,
    thread: weighing?.thread ?? container.thread_ts,
    ts: weighing?.until ?? container.message_ts,
    view: body.view?.type === 'modal' ? body.view.id : undefined,
    weighing,
    owner: ownerOf(body.message),
    respond: body.response_url ? respondTo(body.response_url) : undefined,
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
