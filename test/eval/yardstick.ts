import MiniSearch from 'minisearch'
import type { Engine } from '../../src/core/engine.ts'

/** MiniSearch over the same wordings, an entry as one document: the anchor that ours is measured beside. */
export function miniSearchRank(engine: Engine): (text: string) => string[] {
  const documents = engine.comparisons.flatMap(({ comparison }) =>
    comparison.entries.map((entry) => ({
      id: `${comparison.slug} ${entry.entry}`,
      title: entry.title,
      wordings: entry.wordings.join('\n'),
    })),
  )
  const index = new MiniSearch({
    fields: ['title', 'wordings'],
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: (term) => term.length > 3 },
  })
  index.addAll(documents)
  return (text) =>
    index
      .search(text)
      .slice(0, 3)
      .map((hit) => String(hit.id).split(' ')[1]!)
}
