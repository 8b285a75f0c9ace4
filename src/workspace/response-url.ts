import { fields } from '../cards/block-kit/read.ts'
import type { Message } from './model.ts'
import type { Occasion } from './permits.ts'
import { messageRefusal } from './refusal.ts'
import type { State } from './state.ts'
import { botMessage, rewrite } from './web-api.ts'

/**
 * Carries out a body sent to a response_url or as the ack of a slash command: private unless `in_channel`;
 * `replace_original` and `delete_original` act on the app's own pressed message, and a private one stays private.
 * It needs no membership. Returns Slack's error, or undefined when done.
 */
export function respond(state: State, occasion: Occasion, payload: unknown): string | undefined {
  const body = fields(payload)
  const channel = occasion.channel ?? ''
  const original = state.message(channel, occasion.ts ?? '')
  if (body.delete_original === true) {
    if (original) state.remove(channel, original.ts)
    return undefined
  }
  const replaces = body.replace_original === true && original !== undefined
  const shared = replaces ? original.to === undefined : body.response_type === 'in_channel'
  const refusal = messageRefusal(body, shared ? 'message' : 'private')
  if (refusal) return refusal.error
  if (replaces) {
    rewrite(original, body)
    state.changed(channel, original)
    return undefined
  }
  state.add(channel, botMessage(state, body, placed(occasion, shared)))
  return undefined
}

/** Only a body that names a thread goes there: Slack promises no other way, so the workspace offers none. */
function placed(occasion: Occasion, shared: boolean): Partial<Message> {
  return shared ? {} : { to: occasion.user }
}
