import { type CountedKnowledge, decodeCompiled } from './compiled.ts'
import type { Aside, Task } from './load-aside.ts'
import { inSteps, type Step } from './steps.ts'

type Data = Record<string, string | number>

/** What a reloader is given. */
export interface ReloaderOptions {
  /** Folders, joined as in PATH. */
  dir: string
  /** Of the knowledge that answers now. */
  version: string
  /** Fingerprint of the folders that it was loaded from. */
  print: string
  load(task: Task): Promise<Aside>
  /** Makes new knowledge ready, step by step, and puts it in the place of the old at once. */
  swap(counted: CountedKnowledge, step: Step): Promise<void>
  log: Record<'info' | 'warn' | 'error', (event: string, data: Data) => void>
}

export interface Reloader {
  /** Loads anew, after the load that is under way; resolves when nothing is left to load. */
  reload(cause: 'file' | 'signal'): Promise<void>
}

/**
 * Loads knowledge anew when it is asked to. What is valid takes the place of the old at once; of what is not the whole
 * list of errors is logged, and the old knowledge stays. However often it is asked meanwhile, it loads once more.
 */
export function createReloader({ dir, version, print: known, load, swap, log }: ReloaderOptions): Reloader {
  let refused: string | undefined
  let wanted: 'file' | 'signal' | undefined
  let running: Promise<void> | undefined

  async function loadOnce(cause: 'file' | 'signal'): Promise<void> {
    const { print, bytes, issues } = await load({ dir, known })
    if (issues) {
      // An editor that touches a file again need not hear the same again; who asks by a signal does.
      if (cause === 'file' && print === refused) return
      refused = print
      for (const { file, line, path, problem, remedy } of issues) {
        log.error('knowledge-issue', { file, line, ...(path ? { path } : {}), problem, remedy })
      }
      log.warn('knowledge-kept', {
        version,
        errors: issues.length,
        why: 'the old knowledge stays until the folder loads',
      })
    } else if (bytes) {
      const { step, longest } = inSteps()
      const counted = await step(() => decodeCompiled(bytes))
      await swap(counted, step)
      const before = version
      version = counted.knowledge.version
      known = print
      refused = undefined
      log.info('knowledge-swapped', { version, before, blockedMs: Math.ceil(longest()) })
    } else {
      if (cause === 'signal' || refused !== undefined) log.info('knowledge-unchanged', { version })
      refused = undefined
    }
  }

  async function run(): Promise<void> {
    while (wanted) {
      const cause = wanted
      wanted = undefined
      try {
        await loadOnce(cause)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        log.error('knowledge-not-loaded', { version, why })
      }
    }
    running = undefined
  }

  return {
    reload: (cause) => {
      wanted = wanted === 'signal' ? wanted : cause
      running ??= run()
      return running
    },
  }
}
