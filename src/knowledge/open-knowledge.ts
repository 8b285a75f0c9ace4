import { inPackage } from '../package-root.ts'
import { type CountedKnowledge, readCompiled, withoutCounted } from './compiled.ts'
import { fingerprintIfThere } from './fingerprint.ts'

/** Where the build keeps the compiled form of the shipped knowledge; the sources have none beside them. */
export const compiledFile = inPackage('dist/knowledge.bin')

/** What was opened, with the fingerprint of the folders that it was made of. */
export interface Opened extends CountedKnowledge {
  print: string
}

/**
 * Folders of knowledge to answer with: wordings are counted, and left out. Where the build compiled exactly this
 * content it is taken from there: loading and counting take longer than all else of a start. Rejects with a
 * KnowledgeError that lists everything that is wrong.
 */
export async function openKnowledge(
  dir: string | readonly string[],
  compiled = compiledFile,
): Promise<Opened> {
  const print = fingerprintIfThere(dir)
  const known = readCompiled(compiled, print)
  if (known) return { ...known, print }
  // The parser and the schemas are loaded only where something is to be checked.
  const { loadCounted } = await import('./compile-knowledge.ts')
  return { ...withoutCounted(loadCounted(dir)), print }
}
