import { createHeld } from './held.ts'

/** Which deliveries were taken already. */
export interface Seen {
  /** Marks the keys of one delivery; true when none of them was marked before. */
  first(...keys: string[]): boolean
  /** Unmarks a key whose work failed, so that it may be tried again. */
  forget(key: string): void
}

/**
 * Deliveries seen by this process. Slack repeats one for at most two hours; when `most` keys are held the older
 * half is given up rather than memory.
 */
export function createSeen(seconds = 2 * 3600, most = 20_000): Seen {
  const held = createHeld<true>(seconds, most)
  return {
    first: (...keys) => {
      const known = keys.some((key) => held.get(key))
      for (const key of keys) held.set(key, true)
      return !known
    },
    forget: (key) => held.delete(key),
  }
}
