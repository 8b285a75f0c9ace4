import { parentPort, workerData } from 'node:worker_threads'
import { loadTask } from './load-task.ts'

// A thread of its own: reading, checking and counting take a second, in which answers go on.
const loaded = loadTask(workerData)
// The bytes move over: they are not copied.
parentPort?.postMessage(loaded, loaded.bytes ? [loaded.bytes.buffer] : [])
