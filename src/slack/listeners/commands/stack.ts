import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { stateOf } from '../../../cards/state.ts'
import { caseText } from '../../../core/grammar.ts'
import { answering } from '../../answered.ts'
import type { Bot } from '../../bot.ts'
import { alone } from '../../discussion.ts'
import { respondWith } from '../../reply.ts'
import { plainText } from '../../text.ts'
import { nextTurn } from '../../turn.ts'
import { decide } from './decide.ts'

/**
 * The slash command: acks empty and at once, then answers whoever asked alone, or opens the form of their case. Its
 * grammar belongs to the core.
 */
export async function answerCommand(
  bot: Bot,
  { ack, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const answered = answering(bot.log, 'command')
  await ack()
  if (!bot.seen.first(`command ${command.trigger_id}`)) return
  await nextTurn()
  const asked = plainText(command.text)
  const own = caseText(asked)
  if (own !== null) {
    await decide(bot, command, own)
    return answered('form')
  }
  const { question, context } = alone(bot, asked)
  const answer = bot.answer(question)
  bot.recall.keep(command.user_id, stateOf(answer), asked)
  const card = bot.views.card(answer, {
    ...context,
    command: bot.command,
    surface: 'private',
    asOf: question.asOf,
    asker: command.user_id,
  })
  await nextTurn()
  await respondWith(bot, bot.respondTo(command.response_url), card)
  answered(answer.kind)
}
