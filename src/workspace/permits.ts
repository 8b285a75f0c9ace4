import { randomBytes } from 'node:crypto'

/** What a response_url was given for. */
export interface Occasion {
  user: string
  channel?: string
  /** The app's message that was pressed, which replace_original and delete_original act on. */
  ts?: string
}

interface Permit {
  expires: number
}
interface Trigger extends Permit {
  /** Where the view opens. */
  seat: string
  used: boolean
}
interface Hook extends Permit, Occasion {
  left: number
}

const triggerMs = 3000
const hookMs = 30 * 60_000
const hookUses = 5
const ticketMs = 60_000
/** An app that is late for this long is told so; one that is later names a permit that nobody knows. */
const toldMs = 60_000

/**
 * Hands out triggers (one use, 3 s), response_url tokens (5 uses, 30 minutes) and tickets of Socket Mode addresses
 * (one use, 1 minute), and takes them back.
 */
export class Permits {
  readonly #triggers = new Map<string, Trigger>()
  readonly #hooks = new Map<string, Hook>()
  readonly #tickets = new Map<string, Permit>()

  trigger(seat: string): string {
    sweep(this.#triggers)
    const id = `${Date.now()}.1.${randomBytes(8).toString('hex')}`
    this.#triggers.set(id, { seat, expires: Date.now() + triggerMs, used: false })
    return id
  }

  /** The seat of a trigger, or Slack's error; `useTrigger` spends it once the view is known to be good. */
  checkTrigger(id: string): { seat: string } | { error: string } {
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
    sweep(this.#hooks)
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

  ticket(): string {
    sweep(this.#tickets)
    const ticket = randomBytes(12).toString('base64url')
    this.#tickets.set(ticket, { expires: Date.now() + ticketMs })
    return ticket
  }

  /** Takes a ticket; false when it is unknown, too old or used. */
  useTicket(ticket: string): boolean {
    const { expires = 0 } = this.#tickets.get(ticket) ?? {}
    this.#tickets.delete(ticket)
    return Date.now() <= expires
  }
}

function sweep(permits: Map<string, Permit>): void {
  for (const [id, { expires }] of permits) if (Date.now() > expires + toldMs) permits.delete(id)
}
