/**
 * Resolves when what arrived at the same time has come as far. A command waits so twice: all that are there are acked
 * before one of them is answered, and answered before one of those answers is sent. So no ack waits for somebody else's
 * answer; and work of one kind in a row finds its code and data in the processor's caches (20 commands at once take a
 * sixth less time than one after the other).
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
