import { setImmediate } from 'node:timers/promises'

/** Does a piece of work and lets whatever waits go first before the next. */
export type Step = <T>(work: () => T) => Promise<T>

/** Long work in steps, and how many milliseconds the longest of them held up all else. */
export interface Steps {
  step: Step
  longest(): number
}

export function inSteps(): Steps {
  let longest = 0
  return {
    longest: () => longest,
    step: async (work) => {
      const began = performance.now()
      const made = work()
      longest = Math.max(longest, performance.now() - began)
      await setImmediate()
      return made
    },
  }
}
