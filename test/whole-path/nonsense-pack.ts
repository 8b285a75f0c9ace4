import { join } from 'node:path'
import type { Comparison } from '../../src/core/domain/comparison.ts'
import type { Knowledge } from '../../src/core/domain/knowledge.ts'
import { type Engine, prepare } from '../../src/core/engine.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { knowledgeFolder } from './real-knowledge.ts'

export const nonsenseSlug = 'zibo-vs-quor-vs-mave'
export const names = ['zibo', 'quor', 'mave'] as const
type Name = (typeof names)[number]

/** What stands in place of each name. */
export type Swap = Readonly<Record<Name, Name>>

/** Every way to put the three names in each other's place, the first leaving them as they are. */
export const swaps: readonly Swap[] = [
  ['zibo', 'quor', 'mave'],
  ['zibo', 'mave', 'quor'],
  ['quor', 'zibo', 'mave'],
  ['quor', 'mave', 'zibo'],
  ['mave', 'zibo', 'quor'],
  ['mave', 'quor', 'zibo'],
].map(([zibo, quor, mave]) => ({ zibo, quor, mave }) as Swap)

/** The shipped knowledge and beside it a comparison of three options that do not exist. */
export function knowledgeWithNonsense(): Knowledge {
  return loadKnowledge([knowledgeFolder, join(import.meta.dirname, 'pack')])
}

export const secondSlug = 'quornet-vs-vernade'

/** The same with a second comparison: one of its options is a framework in the first, and it has facts of its own. */
export function knowledgeWithTwo(): Knowledge {
  const packs = ['pack', 'second-pack'].map((name) => join(import.meta.dirname, name))
  return loadKnowledge([knowledgeFolder, ...packs])
}

/** An engine that knows nothing but the nonsense, with the names swapped everywhere in it. */
export function nonsenseEngine(
  knowledge: Knowledge,
  swap: Swap = swaps[0]!,
  order?: readonly Name[],
): Engine {
  const pack = knowledge.comparisons.find(({ slug }) => slug === nonsenseSlug)
  if (!pack) throw new Error('The pack is not among the comparisons.')
  const swapped: Comparison = { ...swappedIn(pack, swap), slug: nonsenseSlug }
  const rank = (id: string) => order?.map(String).indexOf(id) ?? 0
  const options = [...swapped.options].sort((a, b) => rank(a.id) - rank(b.id))
  return prepare({ ...knowledge, comparisons: [{ ...swapped, options }] })
}

/** A text or any data with every name in it swapped, small or capital. */
export function swappedIn<T>(data: T, swap: Swap): T {
  const text = JSON.stringify(data).replace(/zibo|quor|mave/gi, (found) => {
    const name = swap[found.toLowerCase() as Name]
    return found.startsWith(found.charAt(0).toUpperCase())
      ? name.charAt(0).toUpperCase() + name.slice(1)
      : name
  })
  return JSON.parse(text)
}
