/** Counts the work that goes on after its ack, which Bolt's own stop does not wait for. */
export interface InFlight {
  run(work: () => Promise<void>): Promise<void>
  count(): number
  /** Resolves when nothing is left or the time is over; true when nothing is left. */
  drain(milliseconds: number): Promise<boolean>
}

export function createInFlight(): InFlight {
  const open = new Set<Promise<void>>()
  return {
    run: async (work) => {
      const job = work()
      open.add(job)
      try {
        await job
      } finally {
        open.delete(job)
      }
    },
    count: () => open.size,
    drain: async (milliseconds) => {
      let timer: NodeJS.Timeout | undefined
      const over = new Promise((resolve) => {
        timer = setTimeout(resolve, milliseconds)
      })
      await Promise.race([Promise.allSettled(open), over])
      clearTimeout(timer)
      return open.size === 0
    },
  }
}
