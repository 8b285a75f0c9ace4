/** The compiled program, as people run it; its types are those of the sources. */
const compiled = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href

export const distFile = (path: string): URL => new URL(compiled(path))

const core: typeof import('../../src/core/answer.ts') = await import(compiled('core/answer.js'))
const engine: typeof import('../../src/core/engine.ts') = await import(compiled('core/engine.js'))
const load: typeof import('../../src/knowledge/load-knowledge.ts') = await import(
  compiled('knowledge/load-knowledge.js')
)

export const { answer } = core
export const { prepare } = engine
export const { loadKnowledge } = load
