import { parentPort, workerData } from 'node:worker_threads'
import { loadCounted } from './compile-knowledge.ts'
import { encodeCompiled } from './compiled.ts'
import { fingerprint } from './fingerprint.ts'
import { KnowledgeError } from './knowledge-error.ts'
import type { Aside, Task } from './load-aside.ts'
import { foldersOf, isFolder } from './read-folder.ts'

// A thread of its own: reading, checking and counting take a second, in which answers go on.
const { dir, known }: Task = workerData
const print = foldersOf(dir).every(isFolder) ? fingerprint(dir) : ''
const said = loaded()
// The bytes move over: they are not copied.
parentPort?.postMessage(said, said.bytes ? [said.bytes.buffer] : [])

function loaded(): Aside {
  if (print !== '' && print === known) return { print }
  try {
    return { print, bytes: new Uint8Array(encodeCompiled('', loadCounted(dir))) }
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return { print, issues: error.issues }
  }
}
