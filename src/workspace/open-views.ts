import { fields } from '../cards/block-kit/read.ts'
import { type Given, stateValues } from './form.ts'
import { appId, botId, type OpenView, team } from './model.ts'
import type { Outcome } from './outcome.ts'
import { viewRefusal } from './refusal.ts'
import { newId, type State } from './state.ts'
import { maxModals } from './web-api.ts'

/** The view that a person sees: the topmost modal, or the Home tab. Throws where none is open. */
export function visible(state: State, user: string, which: 'modal' | 'home'): OpenView {
  const view = which === 'home' ? state.homes.get(user) : state.stack(state.seat(user)).at(-1)
  if (!view) throw new Error(`${state.name(user)} has no ${which} open; open it first.`)
  return view
}

/** A view as the app is sent it, with what was given in its inputs. */
export function viewPayload(view: OpenView, given: Given) {
  const sent = { private_metadata: '', callback_id: '', external_id: '', ...view }
  return {
    ...sent,
    team_id: team,
    app_id: appId,
    bot_id: botId,
    state: { values: stateValues(view.blocks, given) },
  }
}

/** An address for each channel that was chosen where the view asked for one. */
export function responseUrls(
  view: OpenView,
  values: ReturnType<typeof stateValues>,
  url: (channel: string) => string,
) {
  return view.blocks.flatMap((block) => {
    if (block.type !== 'input' || block.element.type !== 'conversations_select') return []
    const { action_id: action = '', response_url_enabled: enabled } = block.element
    const channel = fields(values[block.block_id ?? '']?.[action]).selected_conversation
    if (!enabled || typeof channel !== 'string') return []
    return [{ block_id: block.block_id, action_id: action, channel_id: channel, response_url: url(channel) }]
  })
}

/** Carries out the response_action of a view_submission's ack, at the seat from which the view was sent. */
export function applySubmission(state: State, seat: string, view: OpenView, body: unknown): Outcome {
  const { response_action: action, errors, view: next } = fields(body)
  const stack = state.stack(seat)
  if (action === 'errors') {
    return {
      ok: false,
      errors: Object.fromEntries(Object.entries(fields(errors)).map(([k, v]) => [k, String(v)])),
    }
  }
  if (action === 'update' || action === 'push') {
    const refusal = viewRefusal(next)
    if (refusal)
      return { ok: false, error: `The app answered with a view that Slack refuses (${refusal.error}).` }
    if (action === 'push' && stack.length >= maxModals) return { ok: false, error: 'push_limit_reached' }
    const below = action === 'push' ? stack : stack.slice(0, -1)
    const opened = state.openView(next, below.at(-1), action === 'push' ? newId('V') : view.id)
    state.setModals(seat, [...below, opened])
  } else {
    state.setModals(seat, action === 'clear' ? [] : stack.slice(0, -1))
  }
  return { ok: true }
}
