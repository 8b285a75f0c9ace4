import { RespondError, webApi } from '@slack/bolt'
import type { LogData } from './log.ts'

/**
 * Slack's own error code of a refused call, such as `missing_scope`; undefined for anything else, also for the page of
 * a proxy, which the client takes for a code.
 */
export function slackCode(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined
  const { error: code } = error.data
  return /^[a-z][a-z0-9_.:-]{1,80}$/.test(code) ? code : undefined
}

/** The scope that a refused call lacked. */
export function neededScope(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError) || !('needed' in error.data)) return undefined
  return typeof error.data.needed === 'string' ? error.data.needed : undefined
}

const tokenRefusals = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_expired',
  'token_revoked',
  'not_allowed_token_type',
])

/** What whoever runs the app can do about a refused call; undefined where no setting is to blame. */
export function settingRemedy(error: unknown): string | undefined {
  const code = slackCode(error) ?? ''
  if (tokenRefusals.has(code)) {
    return 'Copy SLACK_BOT_TOKEN again from "OAuth & Permissions" of your Slack app, and restart'
  }
  if (code !== 'missing_scope') return undefined
  return `Add the scope ${neededScope(error) ?? 'of the manifest'} under "OAuth & Permissions", and install the app again`
}

/** Seconds to wait, when Slack limited a call of a client that does not wait by itself. */
export function retryAfter(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : undefined
}

const blockRefusals = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
])

/** Whether the same content may pass as plain sections: blocks refused, or a response_url that answered non-2xx. */
export function isContentRefusal(error: unknown): boolean {
  return error instanceof RespondError || blockRefusals.has(slackCode(error) ?? '')
}

/** Whether a card is not there any more. */
export function isGone(error: unknown): boolean {
  return slackCode(error) === 'message_not_found'
}

const placeRefusals = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'cant_update_message',
  'is_archived',
  'restricted_action',
  'thread_not_found',
  'message_not_found',
  'cannot_reply_to_message',
  'no_permission',
  'access_denied',
])

/** Whether the bot may not write or read in that place. */
export function isPlaceRefusal(error: unknown): boolean {
  return placeRefusals.has(slackCode(error) ?? '')
}

/** Why a card could not be posted, and what to do: one line for whoever asked. */
export function placeLine(error: unknown): string {
  switch (slackCode(error)) {
    case 'thread_not_found':
    case 'message_not_found':
    case 'cannot_reply_to_message':
      return 'The start of this thread is gone, so I could not answer in it.'
    case 'is_archived':
      return 'This channel is archived, so I could not answer in it.'
    default:
      return 'I may not post there. Invite me to the channel, then ask again.'
  }
}

/** A modal that was opened and could not be filled: the failure is shown in it. */
export class ModalFailure extends Error {
  readonly viewId: string

  constructor(viewId: string, cause: unknown) {
    super('A modal could not be filled', { cause })
    this.name = 'ModalFailure'
    this.viewId = viewId
  }
}

/** What may be logged of an error: names, codes and places in our code. Messages may quote people, so they stay out. */
export function loggable(error: unknown): LogData {
  if (error instanceof ModalFailure) return { ...loggable(error.cause), modal: true }
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const status = 'statusCode' in error ? Number(error.statusCode) : undefined
  const at = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/.*\/(?=(src|dist|node_modules)\/)/, '('))
    .join(' < ')
  const [slack, needed, remedy] = [slackCode(error), neededScope(error), settingRemedy(error)]
  return { error: error.name, code, status, slack, needed, remedy, at }
}
