import { corrected, type State, stateOf } from '../../../cards/state.ts'
import type { Verdict } from '../../../core/domain/answer.ts'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { changeCard } from '../../change-card.ts'
import { fillModal } from '../../modal.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { tell } from '../../private-line.ts'
import { replacePrivate } from '../../show.ts'

type Choice = NonNullable<State['choice']>

/** A one-tap case or an answer to the bot's question: the card is answered again in its place and says who. */
export async function takeChoice(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (!found || !state) return
  const { press, label } = found
  const { choice, ...base } = state
  if (!choice) {
    await tell(bot, press, bot.views.problem({ ok: false, problem: 'unreadable', what: 'the button' }))
    return
  }
  const { channel, ts, thread, view } = press
  if (channel && ts && press.surface !== 'private' && !view) {
    return await changeCard(bot, { channel, ts, thread }, press, base, (newest) => {
      const next = withChoice(newest, choice)
      return next && { state: next, told: { answered: { user: press.user, label } } }
    })
  }
  const { answer, context } = await answerAgain(bot, press, withChoice(base, choice) ?? base)
  if (answer.kind === 'verdict') keepAsked(bot, press.user, answer)
  const told = { ...context, answered: { label } }
  if (view) return await fillModal(bot, view, bot.views.answerModal(answer, told))
  await replacePrivate(bot, press, bot.views.card(answer, told))
}

/** The state after a choice: a case starts anew, an answer stands beside what was given before. Null on other cards. */
function withChoice(now: State, { asked, facts }: Choice): State | null {
  const corrections = Object.entries(facts).map(([id, value]) => ({ id, value }))
  if (asked === undefined) {
    const cases = now.kind === 'comparison' || now.kind === 'verdict'
    return cases ? corrected({ kind: 'verdict', slug: now.slug, facts: {} }, corrections) : null
  }
  if (now.kind !== 'verdict') return null
  if (corrections.length > 0) return corrected(now, corrections)
  return { ...now, unsure: [...new Set([...(now.unsure ?? []), asked])] }
}

/** What was asked about the overview is what was asked about the case that was chosen on it. */
function keepAsked(bot: Bot, user: string, answer: Verdict): void {
  const { slug } = answer.comparison
  const asked = bot.recall.asked(user, { kind: 'comparison', slug, facts: {} })
  if (asked !== undefined) bot.recall.keep(user, stateOf(answer), asked)
}
