import {
  type AllMiddlewareArgs,
  RespondError,
  type SlackViewMiddlewareArgs,
  type ViewSubmitAction,
} from '@slack/bolt'
import { chosenIn } from '../../../cards/facts-form.ts'
import { corrected, type State, stateOf } from '../../../cards/state.ts'
import type { Correction } from '../../../core/decision/given.ts'
import { answerAgain, type Presser } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { changeCard } from '../../change-card.ts'
import { isPlaceRefusal, placeLine } from '../../errors.ts'
import { correctionsIn, formBase } from '../../facts-form.ts'
import { type CardTarget, readForm, type Target } from '../../form.ts'
import { aboutForm } from '../../press.ts'
import { stateOfPress } from '../../pressed.ts'
import { tell } from '../../private-line.ts'
import { post, respondWith } from '../../reply.ts'

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** What somebody leaves a form with. */
interface Submission {
  who: Presser
  base: State
  corrections: Correction[]
  /** The base with the corrections. */
  next: State
}

const unchanged = 'No fact was changed, so the card stays as it is.'

/** The form is submitted: its corrections change the card, are posted, or answer whoever made them alone. */
export async function submitForm(bot: Bot, { ack, view, body, context }: Args): Promise<void> {
  const form = readForm(view.private_metadata)
  const user = body.user.id
  if (!form) {
    await ack()
    await tell(bot, { user }, bot.views.problem({ ok: false, problem: 'other-version', what: 'the form' }))
    return
  }
  const { target } = form
  // What is answered in the modal is answered by the ack.
  const inModal = target.kind === 'modal'
  if (!inModal) await ack()
  const reader = { user, ...(target.kind === 'card' || target.kind === 'thread' ? target : {}) }
  const base = await stateOfPress(bot, reader, form.base)
  if (!base) return inModal ? ack() : undefined
  const who = { user, handle: body.user.name, botUser: context.botUserId ?? '', ...aboutForm(form) }
  const chosen = { ...form.chosen, ...chosenIn(view.state.values) }
  const corrections = correctionsIn(bot, base, chosen)
  const submission = { who, base, corrections, next: corrected(base, corrections) }
  if (inModal) {
    const again = await answerAgain(bot, who, submission.next)
    await ack({ response_action: 'update', view: bot.views.answerModal(again.answer, again.context) })
    return
  }
  if (!bot.seen.first(`form ${view.id}`)) return
  if (target.kind === 'card') await updateCard(bot, target, submission)
  if (target.kind === 'thread') await postToThread(bot, target, submission)
  if (target.kind === 'private') await answerAlone(bot, target, submission)
}

async function updateCard(
  bot: Bot,
  target: CardTarget,
  { who, base, corrections }: Submission,
): Promise<void> {
  const { channel, ts, thread, hook } = target
  const changer = { ...who, respond: hook === undefined ? undefined : bot.respondTo(hook) }
  if (corrections.length === 0) {
    await tell(bot, changer, unchanged)
    return
  }
  await changeCard(bot, { channel, ts, thread }, changer, base, (newest) => {
    const same = newest.slug === base.slug && (newest.kind === 'verdict' || newest.kind === 'comparison')
    if (!same) return null
    const state = corrected(formBase(newest), corrections)
    return { state, told: { corrected: { user: who.user, corrections } } }
  })
}

async function postToThread(
  bot: Bot,
  { channel, thread }: Extract<Target, { kind: 'thread' }>,
  { who, corrections, next }: Submission,
): Promise<void> {
  const { user } = who
  const { answer, context } = await answerAgain(bot, { ...who, owner: user }, next)
  const told = corrections.length > 0 ? { corrected: { user, corrections } } : {}
  try {
    await post(bot, { channel, thread }, bot.views.card(answer, { ...context, ...told, sharedBy: { user } }))
  } catch (error) {
    if (!isPlaceRefusal(error)) throw error
    await tell(bot, { user, channel, thread }, placeLine(error))
  }
}

async function answerAlone(
  bot: Bot,
  { hook, replaces }: Extract<Target, { kind: 'private' }>,
  { who, base, next }: Submission,
): Promise<void> {
  const { user } = who
  const { answer, context } = await answerAgain(bot, { ...who, owner: user }, next)
  const asked =
    bot.recall.asked(user, base) ?? bot.recall.asked(user, { kind: 'comparison', slug: base.slug, facts: {} })
  if (asked !== undefined) bot.recall.keep(user, stateOf(answer), asked)
  try {
    const card = bot.views.card(answer, { ...context, surface: 'private' })
    await respondWith(bot, bot.respondTo(hook), card, { replace: replaces })
  } catch (error) {
    if (!(error instanceof RespondError)) throw error
    const again = [bot.command, 'decide', base.slug].filter(Boolean).join(' ')
    await tell(bot, { user }, `This form was open too long. Open it again with ${again}.`)
  }
}
