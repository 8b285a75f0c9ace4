import { slackCode } from './errors.ts'

/** Which part of starting failed: the bot's token, or listening (the app-level token, the port). */
export type StartStep = 'token' | 'listen'

/** Why the app could not start, with the code that Slack or the system gave; never a token. */
export class StartError extends Error {
  readonly step: StartStep
  readonly code: string

  constructor(step: StartStep, cause: unknown) {
    const system = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const code = slackCode(cause) ?? system
    super(`The app could not start (${step}: ${code})`, { cause })
    this.name = 'StartError'
    this.step = step
    this.code = code
  }
}
