import { randomBytes } from 'node:crypto'

/** What a trigger or a response_url was given for. */
export interface Occasion {
  user: string
  channel?: string
  /** The app's message that was pressed, which replace_original and delete_original act on. */
  ts?: string
}

interface Trigger extends Occasion {
  expires: number
  used: boolean
}
interface Hook extends Occasion {
  expires: number
  left: number
}

const triggerMs = 3000
const hookMs = 30 * 60_000
const hookUses = 5

/** Hands out triggers (one use, 3 s) and response_url tokens (5 uses, 30 minutes), and takes them back. */
export class Permits {
  readonly #triggers = new Map<string, Trigger>()
  readonly #hooks = new Map<string, Hook>()

  trigger(occasion: Occasion): string {
    const id = `${Date.now()}.1.${randomBytes(8).toString('hex')}`
    this.#triggers.set(id, { ...occasion, expires: Date.now() + triggerMs, used: false })
    return id
  }

  /** The occasion of a trigger, or Slack's error; `useTrigger` spends it once the view is known to be good. */
  checkTrigger(id: string): Occasion | { error: string } {
    const trigger = this.#triggers.get(id)
    if (!trigger) return { error: 'invalid_trigger_id' }
    if (trigger.used) return { error: 'exchanged_trigger_id' }
    if (Date.now() > trigger.expires) return { error: 'expired_trigger_id' }
    return trigger
  }

  useTrigger(id: string): void {
    const trigger = this.#triggers.get(id)
    if (trigger) trigger.used = true
  }

  hook(occasion: Occasion): string {
    const token = randomBytes(18).toString('base64url')
    this.#hooks.set(token, { ...occasion, expires: Date.now() + hookMs, left: hookUses })
    return token
  }

  /** Takes one use of a response_url; an error when it is unknown, too old or used up. */
  useHook(token: string): Occasion | { error: 'expired_url' | 'used_url' } {
    const hook = this.#hooks.get(token)
    if (!hook || Date.now() > hook.expires) return { error: 'expired_url' }
    if (hook.left <= 0) return { error: 'used_url' }
    hook.left -= 1
    return hook
  }
}
