import {
  type AllMiddlewareArgs,
  RespondError,
  type SlackViewMiddlewareArgs,
  type ViewSubmitAction,
} from '@slack/bolt'
import type { ModalView } from '../../../cards/card-types.ts'
import { chosenIn } from '../../../cards/facts-form.ts'
import { corrected, type State, stateOf } from '../../../cards/state.ts'
import type { Correction } from '../../../core/decision/given.ts'
import { answerAgain, answerOf, type Presser } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { changeCard } from '../../change-card.ts'
import { isPlaceRefusal, placeLine } from '../../errors.ts'
import { correctionsIn, formBase } from '../../facts-form.ts'
import { type CardTarget, readForm, type Target } from '../../form.ts'
import { aboutForm } from '../../press.ts'
import { stateOfPress } from '../../pressed.ts'
import { tell, tellWith } from '../../private-line.ts'
import { post, respondWith } from '../../reply.ts'
import { homeContext } from '../../surface.ts'

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
const refused = 'Slack did not take this where you asked for it, so I send it here.'

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
  const inModal = target.kind === 'modal' && bot.views.decode(form.base).ok
  if (!inModal) await ack()
  const reader = { user, ...(target.kind === 'card' || target.kind === 'thread' ? target : {}) }
  const base = await stateOfPress(bot, reader, form.base)
  if (!base) return
  const who = { user, handle: body.user.name, botUser: context.botUserId ?? '', ...aboutForm(form) }
  const chosen = { ...form.chosen, ...chosenIn(view.state.values) }
  const corrections = correctionsIn(bot, base, chosen)
  const submission = { who, base, corrections, next: corrected(base, corrections) }
  if (inModal) {
    await ack({ response_action: 'update', view: answerInModal(bot, user, submission.next) })
    return
  }
  if (!bot.seen.first(`form ${view.id}`)) return
  if (target.kind === 'card') await updateCard(bot, target, submission)
  if (target.kind === 'thread') await postToThread(bot, target, submission)
  if (target.kind === 'private') await answerAlone(bot, target, submission)
}

/** The answer to one's own case. It speaks of nobody else, so that no ack waits for a name. */
function answerInModal(bot: Bot, user: string, state: State): ModalView {
  const unsure = state.unsure === undefined ? {} : { unsure: state.unsure }
  return bot.views.answerModal(answerOf(bot, state), { ...homeContext(bot, user), ...unsure })
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
  const told = { ...context, ...(corrections.length > 0 ? { corrected: { user, corrections } } : {}) }
  try {
    await post(bot, { channel, thread }, bot.views.card(answer, { ...told, sharedBy: { user } }))
  } catch (error) {
    if (!isPlaceRefusal(error)) throw error
    const card = bot.views.card(answer, { ...told, surface: 'private' })
    await tellWith(bot, { user, channel, thread }, placeLine(error), card)
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
    await tellWith(bot, { user }, refused, bot.views.card(answer, { ...context, surface: 'dm' }))
  }
}
