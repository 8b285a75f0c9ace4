import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Bot, Respond } from './bot.ts'
import { loggable, ModalFailure } from './errors.ts'
import { fillModal, lineModal } from './modal.ts'
import { tell } from './private-line.ts'

const Id = z.looseObject({ id: z.string() })
/** The parts of any payload that say who waits for an answer, and where. */
const Waiting = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  user: Id.optional(),
  channel: Id.optional(),
  container: z.looseObject({ thread_ts: z.string().optional() }).optional(),
  message: z.looseObject({ thread_ts: z.string().optional() }).optional(),
  event: z
    .looseObject({
      user: z.string().optional(),
      channel: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
})

/**
 * The one way in which a failure reaches people: a line for whoever waits, with a reference under which the log has
 * the code. Neither holds what anybody wrote.
 */
export async function reportFailure(
  bot: Bot,
  error: unknown,
  payload: unknown,
  respond: Respond | undefined,
): Promise<void> {
  const reference = randomBytes(4).toString('hex')
  const { data: waiting } = Waiting.safeParse(payload)
  bot.log.error('failed', {
    reference,
    payload: waiting?.command ? 'command' : waiting?.type,
    ...loggable(error),
  })
  const line = bot.views.errorLine(reference, waiting?.event || waiting?.command ? 'answer that' : 'do that')
  try {
    if (error instanceof ModalFailure) return await fillModal(bot, error.viewId, lineModal(bot, line))
  } catch (closed) {
    bot.log.warn('modal-closed', { reference, ...loggable(closed) })
  }
  const user = waiting?.user?.id ?? waiting?.user_id ?? waiting?.event?.user
  if (!user) return
  const channel = waiting?.channel?.id ?? waiting?.channel_id ?? waiting?.event?.channel
  const thread = waiting?.container?.thread_ts ?? waiting?.message?.thread_ts ?? waiting?.event?.thread_ts
  await tell(bot, { user, channel, thread, respond }, line, { reference })
}
