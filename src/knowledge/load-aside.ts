import { Worker } from 'node:worker_threads'
import { inPackage } from '../package-root.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'

/** Which folders to load, and the fingerprint of what is loaded already. */
export interface Task {
  dir: string
  known: string
}

/** The fingerprint of the folders with what they hold, as bytes, or all that is wrong; neither where it is known already. */
export interface Aside {
  print: string
  bytes?: Uint8Array<ArrayBuffer>
  issues?: readonly KnowledgeIssue[]
}

/**
 * Loads folders of knowledge in a thread of its own. Rejects where the thread fails otherwise than by wrong knowledge.
 * Sources that were not compiled have no such thread: there it holds up what else goes on.
 */
export async function loadAside(task: Task): Promise<Aside> {
  if (import.meta.url.endsWith('.ts')) return (await import('./load-task.ts')).loadTask(task)
  return new Promise((resolve, reject) => {
    const worker = new Worker(inPackage('dist/knowledge/load-worker.js'), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread that loads knowledge ended with ${code}.`)))
  })
}
