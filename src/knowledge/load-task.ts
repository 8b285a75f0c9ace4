import { loadCounted } from './compile-knowledge.ts'
import { encodeCompiled } from './compiled.ts'
import { fingerprintIfThere } from './fingerprint.ts'
import { KnowledgeError } from './knowledge-error.ts'
import type { Aside, Task } from './load-aside.ts'

/** Loads and counts what the folders hold, unless it is known already. Throws what is no mistake of the knowledge. */
export function loadTask({ dir, known }: Task): Aside {
  const print = fingerprintIfThere(dir)
  if (print !== '' && print === known) return { print }
  try {
    return { print, bytes: new Uint8Array(encodeCompiled('', loadCounted(dir))) }
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return { print, issues: error.issues }
  }
}
