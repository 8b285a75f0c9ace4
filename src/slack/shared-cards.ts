import { z } from 'zod'
import { carriedState } from './carried-state.ts'
import type { Clients } from './clients.ts'
import { isPlaceRefusal, retryAfter, slackCode } from './errors.ts'
import { createHeld } from './held.ts'

/** Where a card stands that others see. */
export interface CardPlace {
  channel: string
  ts: string
  thread?: string | undefined
}

/** The cards that all see: two people may change one at once. */
export interface SharedCards {
  /** Does the work on one card after what is being done to it already. */
  inTurn<T>(place: CardPlace, work: () => Promise<T>): Promise<T>
  /**
   * The text of the state that the card carries now, as Slack has it; where Slack does not tell, as this process left
   * it. `gone` for a card that was removed, undefined where nobody knows.
   */
  latest(place: CardPlace): Promise<string | 'gone' | undefined>
  /** Remembers the state that a card was given. */
  keep(place: CardPlace, state: string): void
}

const seconds = 3600
const most = 2000

const Messages = z.array(z.looseObject({ ts: z.string() })).default([])

export function createSharedCards({ quick }: Clients): SharedCards {
  const left = createHeld<string>(seconds, most)
  const turns = new Map<string, Promise<unknown>>()
  return {
    inTurn: async (place, work) => {
      const key = keyOf(place)
      const before = turns.get(key)
      const turn = (async () => {
        await before?.catch(() => undefined)
        return work()
      })()
      turns.set(key, turn)
      try {
        return await turn
      } finally {
        if (turns.get(key) === turn) turns.delete(key)
      }
    },
    latest: async (place) => {
      const { channel, ts, thread = ts } = place
      const one = { latest: ts, oldest: ts, inclusive: true, include_all_metadata: true }
      try {
        // Slack returns the root of a thread whatever the bounds.
        const page = await quick.conversations.replies({ channel, ts: thread, limit: 2, ...one })
        const message = Messages.parse(page.messages).find((each) => each.ts === ts)
        return message ? (carriedState(message) ?? left.get(keyOf(place))) : 'gone'
      } catch (error) {
        const untold = isPlaceRefusal(error) || slackCode(error) === 'missing_scope'
        if (!untold && retryAfter(error) === undefined) throw error
        return left.get(keyOf(place))
      }
    },
    keep: (place, state) => left.set(keyOf(place), state),
  }
}

function keyOf({ channel, ts }: CardPlace): string {
  return `${channel}:${ts}`
}
