import { slackCode } from './errors.ts'

/** Which part of starting failed: the bot's token, listening on this machine, or connecting by the app-level token. */
export type StartStep = 'token' | 'listen' | 'connect'

/** Why the app could not start, with the code that Slack or the system gave; never a token. */
export class StartError extends Error {
  readonly step: StartStep
  readonly code: string
  /** The address of the Web API that was asked; undefined for a failure of this machine. */
  readonly asked: string | undefined

  constructor(step: StartStep, cause: unknown, asked?: string) {
    const system = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const code = slackCode(cause) ?? system
    super(`The app could not start (${step}: ${code})`, { cause })
    this.name = 'StartError'
    this.step = step
    this.code = code
    this.asked = asked
  }
}

/** A part of starting, whose failure becomes a StartError. */
export async function starting<T>(step: StartStep, work: Promise<T>, asked?: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new StartError(step, error, asked)
  }
}
