import { createHash } from 'node:crypto'
import { Catalogue } from '../core/domain/fact.ts'
import { Rule } from '../core/domain/rule.ts'
import { Source } from '../core/domain/source.ts'
import { comparisonFiles } from './comparison-files.ts'
import type { ContentHash } from './content-hash.ts'
import type { Draft, EntryItem, Item } from './draft.ts'
import { entryFiles } from './entry-files.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { mergedById } from './merge.ts'
import { reader, termsName, wordingsName } from './read-comparison.ts'
import { type HouseFolder, withHouse } from './read-house.ts'

const known = [
  'rules.yml',
  'sources.yml',
  'facts.yml',
  termsName,
  wordingsName,
  ...entryFiles.map(({ name }) => name),
]

/** Something that an overlay changes of a comparison. */
export interface OverlayChange {
  slug: string
  /** What it is, by id: `rule real-time`, `faq/cold-start`, `source S1`, `fact payments`, `12 wordings`. */
  what: string
  file: string
  /** The fingerprint of what it stands in place of; absent where it adds. */
  original?: string
}

/**
 * Reads a house's folder of a comparison that is there already, and lays it over: what has an id of the comparison
 * stands in its place, anything else is added. `told` gets what changes, in the order of the files.
 */
export function readOverlay(
  dir: string,
  base: Draft,
  house: HouseFolder,
  hash: ContentHash,
  issues: KnowledgeIssue[],
  told: (change: OverlayChange) => void,
): Draft {
  const files = comparisonFiles(dir, known, `overlay ${base.folders.length} `, hash, issues)
  const { slug } = base
  const lay = <T>(before: readonly Item<T>[], over: readonly Item<T>[], nameOf: (value: T) => string) => {
    for (const { value, file } of over) {
      const original = before.find((item) => nameOf(item.value) === nameOf(value))
      const replaced = original ? { original: fingerprintOf(original.value) } : {}
      told({ slug, what: nameOf(value), file: file.name, ...replaced })
    }
    return mergedById(before, over, ({ value }) => nameOf(value))
  }
  const rules = lay(
    base.ruleList,
    files.list('rules.yml', 'rule/', reader<Rule>(Rule)),
    ({ id }) => `rule ${id}`,
  )
  const own = files.list('sources.yml', 'source/', reader<Source>(Source), 1)
  const sources = lay(base.sources, own, ({ id }) => `source ${id}`)
  const entries = lay(
    base.entries,
    entryFiles.flatMap(({ name, kind, read }): EntryItem[] => files.list(name, `${kind}/`, read)),
    ({ entry }) => entry,
  )
  const facts = files.one('facts.yml', reader(Catalogue))
  if (facts) {
    const { file } = facts
    const items = facts.value.facts.map((value) => ({ value, file, path: [] }))
    const before = base.facts.flatMap((item) => item.value.facts.map((value) => ({ ...item, value })))
    lay(before, items, ({ id }) => `fact ${id}`)
  }
  const terms = files.pairs(termsName, 'a fact and a term')
  const wordings = files.pairs(wordingsName, 'an entry and a wording')
  for (const [list, noun] of [
    [terms, 'term'],
    [wordings, 'wording'],
  ] as const) {
    if (list)
      told({
        slug,
        what: `${list.pairs.length} ${noun}${list.pairs.length === 1 ? '' : 's'}`,
        file: list.name,
      })
  }
  const laid: Draft = {
    ...base,
    folders: [...base.folders, dir],
    sources,
    ruleList: rules,
    entries,
    facts: facts ? [...base.facts, facts] : base.facts,
    hasBrokenFacts: base.hasBrokenFacts || (files.has('facts.yml') && facts === undefined),
    terms: terms ? [...base.terms, terms] : base.terms,
    wordings: wordings ? [...base.wordings, wordings] : base.wordings,
    hasSource: (id) => files.knows('source/', id) || base.hasSource(id),
    hasEntry: (id) => {
      const slash = id.indexOf('/') + 1
      return files.knows(id.slice(0, slash), id.slice(slash)) || base.hasEntry(id)
    },
  }
  return withHouse(laid, house, dir)
}

/** Eight hexadecimal digits that change when what an overlay overrides does. */
function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)
}
