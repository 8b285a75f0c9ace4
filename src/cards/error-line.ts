import { harmless } from './mrkdwn.ts'

/**
 * The one private line that a failure becomes: what was not done, and the reference under which the log has it.
 * `what` completes "I could not …": "read this thread".
 */
export function errorLine(reference: string, what: string): string {
  return `I could not ${harmless(what, 80)}. Reference: ${harmless(reference, 40)}`
}
