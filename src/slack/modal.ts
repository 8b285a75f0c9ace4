import type { Block, ModalView } from '../cards/card-types.ts'
import type { Bot } from './bot.ts'
import { loggable, ModalFailure, slackCode } from './errors.ts'

/**
 * Opens a modal at once, since a trigger lives three seconds, and fills it when its content is there. Above another
 * modal where the press came from one.
 * Throws a ModalFailure when it cannot be filled.
 */
export async function openModal(
  bot: Bot,
  { trigger, view: under }: { trigger: string; view?: string | undefined },
  title: string,
  build: (view: string) => Promise<ModalView>,
): Promise<void> {
  const { views } = bot.clients.quick
  const opening = { trigger_id: trigger, view: bot.views.loading(title) }
  const { view } = await (under ? views.push(opening) : views.open(opening))
  const id = view?.id ?? ''
  try {
    await fillModal(bot, id, await build(id))
  } catch (error) {
    throw new ModalFailure(id, error)
  }
}

/** Replaces the content of an open modal; once more as plain sections when Slack refuses its blocks. */
export async function fillModal(bot: Bot, id: string, view: ModalView): Promise<void> {
  try {
    await bot.clients.quick.views.update({ view_id: id, view })
  } catch (error) {
    if (!refused.has(slackCode(error) ?? '')) throw error
    bot.log.warn('blocks-refused', loggable(error))
    const { blocks } = bot.views.plain({ text: '', blocks: view.blocks as Block[] })
    await bot.clients.quick.views.update({ view_id: id, view: { ...view, blocks } })
  }
}

/** A modal that says one line; the text must be escaped. */
export function lineModal(bot: Bot, escaped: string, title = 'Not done'): ModalView {
  return {
    ...bot.views.loading(title),
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: escaped, verbatim: true } }],
  }
}

const refused = new Set(['invalid_arguments', 'invalid_blocks', 'view_too_large'])
