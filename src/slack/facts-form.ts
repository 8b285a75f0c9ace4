import type { ModalView } from '../cards/card-types.ts'
import type { Chosen } from '../cards/facts-form.ts'
import { corrected, type State } from '../cards/state.ts'
import { applyChanges, type Correction } from '../core/decision/given.ts'
import type { Verdict } from '../core/domain/answer.ts'
import { type Again, answerAgain, answerOf, type Presser } from './again.ts'
import type { Bot } from './bot.ts'
import { type Form, formMetadata, type Target } from './form.ts'
import { openModal } from './modal.ts'

const submitOf: Readonly<Record<Target['kind'], string>> = {
  card: 'Update card',
  thread: 'Post to thread',
  private: 'Show verdict',
  modal: 'Show verdict',
}
/** Of a thread that states nothing there is nothing to post. */
const nothingToPost = { close: 'Close' }

/** Opens the facts of an answer as a form; `begin` gives the answer, and what its submit button does. */
export async function openForm(
  bot: Bot,
  at: { trigger: string; view?: string | undefined; user: string },
  title: string,
  begin: () => Promise<{ again: Again; form: Form }>,
): Promise<void> {
  await openModal(bot, at, title, async (view) => {
    const { again, form } = await begin()
    bot.forms.keep(view, again)
    return formView(bot, again, form, at.user)
  })
}

/** Draws an open form again, with what is chosen in it now. */
export async function redrawForm(bot: Bot, view: string, who: Presser, form: Form): Promise<ModalView> {
  const known = bot.forms.began(view)
  if (known) return formView(bot, known, form, who.user)
  const base = bot.views.decode(form.base)
  const again = await answerAgain(bot, who, base.ok ? base.state : { kind: 'help', facts: {} })
  bot.forms.keep(view, again)
  return formView(bot, again, form, who.user)
}

/** The state that a form begins with: what an overview compares without a fact, or the verdict's own. */
export function formBase(state: State): State {
  return state.kind === 'verdict' ? state : corrected({ kind: 'verdict', slug: state.slug, facts: {} }, [])
}

/** What was corrected in a form that began with `base`; it needs no thread, since a state holds all that counts. */
export function correctionsIn(bot: Bot, base: State, chosen: Chosen): Correction[] {
  const answer = answerOf(bot, base)
  return answer.kind === 'verdict' ? bot.views.corrections(answer, chosen) : []
}

/** `user` is whose form it is. The verdict is shown as the card will tell it, which names them if they change it. */
function formView(bot: Bot, { answer, context }: Again, form: Form, user: string): ModalView {
  if (answer.kind !== 'verdict') return bot.views.answerModal(answer, context)
  const { kind } = form.target
  const corrections = bot.views.corrections(answer, form.chosen)
  const isEmpty = answer.facts.length === 0 && answer.noRule.length === 0 && corrections.length === 0
  return bot.views.form(
    {
      title: form.title,
      before: answer,
      now: verdictWith(bot, answer, corrections),
      chosen: form.chosen,
      all: form.all,
      ...(isEmpty && kind === 'thread' ? nothingToPost : { submit: submitOf[kind], close: 'Cancel' }),
      metadata: formMetadata(form),
    },
    corrections.length > 0 ? { ...context, corrected: { user, corrections } } : context,
  )
}

/** The verdict on the facts with the corrections, which still knows what was read. */
function verdictWith(bot: Bot, before: Verdict, corrections: readonly Correction[]): Verdict {
  if (corrections.length === 0) return before
  const { comparison, deadlock, whatIf, noRule, read } = before
  const facts = applyChanges(before.facts, corrections)
  const given = { facts, only: true, deadlock, whatIf }
  const now = bot.answer({ text: '', asOf: bot.today(), comparison: comparison.slug, given })
  return now.kind === 'verdict' ? { ...now, noRule, read } : before
}
