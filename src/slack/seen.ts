import NodeCache from 'node-cache'

/** Which deliveries were taken already. */
export interface Seen {
  /** Marks the keys of one delivery; true when none of them was marked before. */
  first(...keys: string[]): boolean
  /** Unmarks a key whose work failed, so that it may be tried again. */
  forget(key: string): void
}

/**
 * Deliveries seen by this process. Slack repeats one for at most two hours; when `most` keys are held the oldest
 * knowledge is given up rather than memory.
 */
export function createSeen(seconds = 2 * 3600, most = 20_000): Seen {
  const cache = new NodeCache({ stdTTL: seconds, useClones: false })
  return {
    first: (...keys) => {
      const known = keys.some((key) => cache.has(key))
      if (cache.getStats().keys + keys.length > most) cache.flushAll()
      for (const key of keys) cache.set(key, true)
      return !known
    },
    forget: (key) => {
      cache.del(key)
    },
  }
}
