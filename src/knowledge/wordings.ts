import type { Entry } from '../core/domain/entry.ts'
import { didYouMean } from '../core/language/nearest.ts'
import type { Draft, EntryItem } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { layerOf } from './read-comparison.ts'

interface Place {
  entry: string
  /** Of the folder that says so: a later one is believed. */
  layer: number
  file: string
  path: string
  /** Found only when a message needs it: it walks the file. */
  line: () => number
}

/**
 * The entries of a comparison with the wordings of wordings.tsv added to their own, each once.
 * A wording that two entries claim is an issue, and an unknown entry, once for each in a file.
 */
export function withWordings(draft: Draft, issues: KnowledgeIssue[]): Entry[] {
  const places = new Map<string, Place>()
  const take = (text: string, place: Place): boolean => {
    const key = wordingKey(text)
    const known = places.get(key)
    if (!known) places.set(key, place)
    else if (known.entry !== place.entry && known.layer === place.layer)
      issues.push(claimedTwice(text, place, known))
    return !known
  }

  const lists = new Map<string, string[]>(draft.entries.map(({ value }) => [value.entry, []]))
  // What a house says comes first: where it claims a wording, the original loses it without a word.
  for (const layer of [...draft.folders.keys()].reverse()) {
    for (const item of draft.entries.filter(({ file }) => layerOf(draft, file.name) === layer)) {
      const { entry, wordings } = item.value
      const own = wordings.filter((text, index) => take(text, inlinePlace(item, index, layer)))
      lists.get(entry)?.push(...own)
    }
    for (const { name: file, pairs } of draft.wordings.filter(({ name }) => layerOf(draft, name) === layer)) {
      const unknown = new Set<string>()
      for (const { left: entry, right: text, line } of pairs) {
        const list = lists.get(entry)
        if (list) {
          if (take(text, { entry, layer, file, path: entry, line: () => line })) list.push(text)
        } else if (!draft.hasEntry(entry) && !unknown.has(entry)) {
          unknown.add(entry)
          const remedy = `${didYouMean(entry, [...lists.keys()])}Use a full id, such as faq/what-is-it.`
          issues.push({ file, line, path: entry, problem: 'is no entry of this comparison', remedy })
        }
      }
    }
  }
  return draft.entries.map(({ value }) => ({ ...value, wordings: lists.get(value.entry) ?? [] }))
}

/** Equal for wordings that people would call the same. */
export function wordingKey(text: string): string {
  const plain = text.toLowerCase()
  // Most texts are as they should be; thousands of them are looked at on every start.
  if (!/\s\s|[^\S ]|[?!.\s]$|^\s/.test(plain)) return plain
  return plain
    .replace(/[?!.\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function inlinePlace({ file, path, value }: EntryItem, index: number, layer: number): Place {
  const at = [...path, 'wordings', index]
  return {
    entry: value.entry,
    layer,
    file: file.name,
    path: `${value.id}.wordings[${index}]`,
    line: () => file.lineOf(at),
  }
}

function claimedTwice(text: string, place: Place, known: Place): KnowledgeIssue {
  return {
    file: place.file,
    line: place.line(),
    path: place.path,
    problem: `"${text}" is also a wording of ${known.entry} (${known.file}:${known.line()})`,
    remedy: 'Keep it with the entry that answers it better.',
  }
}
