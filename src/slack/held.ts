import NodeCache from 'node-cache'

/** Values that are kept in memory for a while. */
export interface Held<T> {
  get(key: string): T | undefined
  /** Keeps a value, whose time begins now. */
  set(key: string, value: T): void
  delete(key: string): void
  /** Stops the timer that takes out what is too old; what is still set is given up with the cache itself. */
  close(): void
}

/** Node-cache looks every ten minutes by itself: what is to be held for ten would be there for up to twenty. */
const checkSeconds = 30

/** Holds each value for some seconds, and at most `most` of them: the older half is given up when all are there. */
export function createHeld<T>(seconds: number, most: number): Held<T> {
  const cache = new NodeCache({ stdTTL: seconds, checkperiod: checkSeconds, useClones: false })
  return {
    get: (key) => cache.get<T>(key),
    set: (key, value) => {
      // Its keys stand in the order in which they came: one that is set again is the newest.
      cache.del(key)
      if (cache.getStats().keys >= most) cache.del(cache.keys().slice(0, Math.ceil(most / 2)))
      cache.set(key, value)
    },
    delete: (key) => {
      cache.del(key)
    },
    close: () => cache.close(),
  }
}
