import type { Ack } from './link.ts'

/** How an action went: `error` is what Slack would tell the person, `errors` what a form shows per block. */
export type Outcome =
  | { ok: true; ts?: string }
  | { ok: false; error?: string; errors?: Record<string, string> }

/** The outcome of what the app alone decides. */
export function outcome(ack: Ack): Outcome {
  return ack.ok ? { ok: true } : { ok: false, error: ack.error }
}
