import { errorsOf, type Finding, validateMessage, validateView } from '../cards/block-kit/validate.ts'

export interface Refusal {
  ok: false
  error: string
  [more: string]: unknown
}

export function refuse(error: string, more: object = {}): Refusal {
  return { ok: false, error, ...more }
}

/** Slack's refusal of a message body; undefined when it would be taken. */
export function messageRefusal(body: object, surface: 'message' | 'private'): Refusal | undefined {
  const errors = errorsOf(validateMessage(body, surface))
  const first = errors[0]
  if (!first) return undefined
  if (first.code === 'no_text') return refuse('no_text')
  if (first.pointer === '/text')
    return refuse(first.code === 'too_big' ? 'msg_too_long' : 'invalid_arguments')
  const tables = errors.some((each) => each.code === 'only_one_table_allowed')
  return refuse(tables ? 'invalid_attachments' : 'invalid_blocks', explained(errors))
}

/** Slack's refusal of a view for views.* and response actions; undefined when it would be taken. */
export function viewRefusal(view: unknown): Refusal | undefined {
  const errors = errorsOf(validateView(view))
  return errors.length > 0 ? refuse('invalid_arguments', explained(errors, '/view')) : undefined
}

function explained(errors: readonly Finding[], base = ''): object {
  const messages = errors.map((each) => `[ERROR] ${each.message} [json-pointer:${base}${each.pointer}]`)
  return { errors, response_metadata: { messages } }
}
