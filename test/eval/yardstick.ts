import MiniSearch from 'minisearch'
import type { Comparison } from '../../src/core/domain/comparison.ts'
import type { Entry } from '../../src/core/domain/entry.ts'
import type { Engine } from '../../src/core/engine.ts'

/** MiniSearch over the same wordings, an entry as one document: the anchor that ours is measured beside. */
export function miniSearchRank(engine: Engine): (text: string) => [Comparison, Entry][] {
  const entries = engine.comparisons.flatMap(({ comparison }) =>
    comparison.entries.map((entry): [Comparison, Entry] => [comparison, entry]),
  )
  const documents = entries.map(([, { title, wordings }], id) => ({
    id,
    title,
    wordings: wordings.join('\n'),
  }))
  const index = new MiniSearch({
    fields: ['title', 'wordings'],
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: (term) => term.length > 3 },
  })
  index.addAll(documents)
  return (text) =>
    index
      .search(text)
      .slice(0, 3)
      .map((hit) => entries[Number(hit.id)]!)
}
