import type { Engine } from '../engine.ts'

/** "a-vs-b", "a_vs_b": what may be the name of a comparison's folder, and is no part of an address, a path or code. */
const JOINED = /(?<![\p{L}\p{N}_\-/.:@`])[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+(?![\p{L}\p{N}_\-/@`]|[.:]\S)/gu

/** A text in which comparisons' slugs stand as words, at the same places: "a-vs-b which is faster" says "a vs b which is faster". */
export function spelledOut({ bySlug }: Pick<Engine, 'bySlug'>, text: string): string {
  return text.replace(JOINED, (joined) =>
    bySlug.has(joined.toLowerCase().replaceAll('_', '-')) ? joined.replace(/[-_]/g, ' ') : joined,
  )
}
