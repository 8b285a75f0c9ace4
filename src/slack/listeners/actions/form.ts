import { chosenIn } from '../../../cards/facts-form.ts'
import { answerAgain } from '../../again.ts'
import type { Bot } from '../../bot.ts'
import { formBase, openForm, redrawForm } from '../../facts-form.ts'
import { type Form, newForm, type Target } from '../../form.ts'
import { fillModal } from '../../modal.ts'
import type { Press } from '../../press.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { tell } from '../../private-line.ts'

/** Correct facts, and Our case…: the facts of the pressed card as a form. */
export async function openFacts(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  const state = found && (await stateOfPress(bot, found.press, found.value))
  if (!found || !state) return
  const { press } = found
  const title = state.kind === 'verdict' ? 'Correct facts' : 'Our case'
  await openForm(bot, press, title, async () => {
    const base = formBase(state)
    const again = await answerAgain(bot, press, base)
    return { again, form: newForm(targetOf(press), base, title) }
  })
}

/** A fact was changed: the form follows, and marks it. */
export async function changeFact(bot: Bot, args: PressArgs): Promise<void> {
  await redraw(bot, args, (form) => form)
}

/** The rest of the facts; what was chosen stays. */
export async function showMoreFacts(bot: Bot, args: PressArgs): Promise<void> {
  await redraw(bot, args, (form) => ({ ...form, all: true }))
}

async function redraw(bot: Bot, args: PressArgs, change: (form: Form) => Form): Promise<void> {
  const found = await pressed(bot, args)
  if (!found) return
  const { press } = found
  if (!press.form || !press.view) {
    await tell(bot, press, bot.views.problem({ ok: false, problem: 'other-version', what: 'the form' }))
    return
  }
  const form = change({ ...press.form, chosen: { ...press.form.chosen, ...chosenIn(press.values) } })
  await fillModal(bot, press.view, await redrawForm(bot, press.view, press, form))
}

/** What the form that opens from a press changes: the card that all see, the private one, or nothing but itself. */
function targetOf({ surface, channel, ts, thread, owner, hook }: Press): Target {
  if (surface === 'private' && hook) return { kind: 'private', hook, replaces: true }
  if (surface === 'private' || surface === 'home' || !channel || !ts) return { kind: 'modal' }
  return {
    kind: 'card',
    surface,
    channel,
    ts,
    ...(thread === undefined ? {} : { thread }),
    ...(owner === undefined ? {} : { owner }),
    ...(hook === undefined ? {} : { hook }),
  }
}
