import { fileURLToPath } from 'node:url'

/** A file of the compiled program, as people run it; its types are those of the sources. */
export const distFile = (path: string): URL => new URL(`../../dist/${path}`, import.meta.url)

export const knowledgeFolder = fileURLToPath(new URL('../../knowledge', import.meta.url))

const core: typeof import('../../src/core/answer.ts') = await import(distFile('core/answer.js').href)
const engine: typeof import('../../src/core/engine.ts') = await import(distFile('core/engine.js').href)
const loader: typeof import('../../src/knowledge/load-knowledge.ts') = await import(
  distFile('knowledge/load-knowledge.js').href
)

const compiled: typeof import('../../src/knowledge/compiled.ts') = await import(
  distFile('knowledge/compiled.js').href
)
const prints: typeof import('../../src/knowledge/fingerprint.ts') = await import(
  distFile('knowledge/fingerprint.js').href
)

export const { answer } = core
export const { countAll, prepare } = engine
export const { loadKnowledge } = loader
export const { encodeCompiled, readCompiled } = compiled
export const { fingerprint } = prints

export const shippedKnowledge = () => loadKnowledge(knowledgeFolder)

/** The shipped knowledge, ready to answer. */
export const preparedKnowledge = () => prepare(shippedKnowledge())
