/** Counts the work that goes on after its ack, which Bolt's own stop does not wait for. */
export interface InFlight {
  run(work: () => Promise<void>): Promise<void>
  count(): number
  /**
   * Resolves when nothing new can come, as `closed` tells, and nothing is left; or when the time is over. True when
   * nothing is left.
   */
  drain(closed: Promise<void>, milliseconds: number): Promise<boolean>
}

export function createInFlight(): InFlight {
  const open = new Set<Promise<void>>()
  const end = async (closed: Promise<void>) => {
    await closed
    await Promise.allSettled(open)
  }
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
    drain: async (closed, milliseconds) => {
      let timer: NodeJS.Timeout | undefined
      const over = new Promise((resolve) => {
        timer = setTimeout(resolve, milliseconds)
      })
      await Promise.race([end(closed), over])
      clearTimeout(timer)
      return open.size === 0
    },
  }
}
