import type { SlashCommand } from '@slack/bolt'
import { stateOf } from '../../../cards/state.ts'
import type { Answer } from '../../../core/domain/answer.ts'
import { type Again, answerOf } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { alone } from '../../discussion.ts'
import { formBase, openForm } from '../../facts-form.ts'
import { newForm } from '../../form.ts'
import { tell } from '../../private-line.ts'

/**
 * Opens the form for one's own case, with the facts that `text` states or without any. Where it does not tell which of
 * several comparisons it is about, one private line says how to name one.
 */
export async function decide(bot: Bot, command: SlashCommand, text: string): Promise<void> {
  const { question, context } = alone(bot, text)
  const read = bot.answer(question)
  const slug = slugOf(read)
  if (slug === undefined) {
    const reader = { user: command.user_id, respond: bot.respondTo(command.response_url) }
    await tell(bot, reader, bot.views.whichComparison(covered(read)))
    return
  }
  const base = formBase(read.kind === 'verdict' ? stateOf(read) : { kind: 'comparison', slug, facts: {} })
  const answer = read.kind === 'verdict' ? read : answerOf(bot, base)
  const about = { command: bot.command, surface: 'private' as const, asOf: question.asOf }
  const again: Again = { answer, context: { ...context, ...about, asker: command.user_id } }
  const title = 'Our case'
  await openForm(bot, { trigger: command.trigger_id, user: command.user_id }, title, async () => {
    const target = { kind: 'private' as const, hook: command.response_url, replaces: false }
    return { again, form: newForm(target, base, title) }
  })
}

/** The comparison that an answer is about, or the only one that there is. */
function slugOf(answer: Answer): string | undefined {
  if ('comparison' in answer) return answer.comparison.slug
  const [only, ...others] = covered(answer)
  return others.length === 0 ? only : undefined
}

/** The comparisons that an answer about none of them lists: all that there are. */
function covered(answer: Answer): string[] {
  return 'covered' in answer ? answer.covered.map(({ slug }) => slug) : []
}
