import type { Path } from '../../knowledge/knowledge-file.ts'

/** Texts that rest on the same citations: an answer, a claim, a rule's reason, a guide's words, a row's cells. */
export interface CitingText {
  cites: readonly string[]
  /** Where the list of citations stands, from the item. */
  citesAt: Path
  texts: { text: string; at: Path }[]
}

const textFields = ['answer', 'text', 'because', 'note', 'says', 'cells']

/** Every text of an item that cites, with its citations and places. */
export function citingTexts(value: unknown, path: Path = []): CitingText[] {
  if (typeof value !== 'object' || value === null) return []
  const found: CitingText[] = []
  if (!Array.isArray(value)) {
    for (const field of ['cites', 'at']) {
      const cites: unknown = Object.getOwnPropertyDescriptor(value, field)?.value
      if (!isTexts(cites)) continue
      const texts = Object.entries(value).flatMap(([key, inner]) =>
        textFields.includes(key) ? textsIn(inner, [...path, key]) : [],
      )
      found.push({ cites, citesAt: [...path, field], texts })
    }
  }
  for (const [key, inner] of Object.entries(value)) {
    found.push(...citingTexts(inner, [...path, Array.isArray(value) ? Number(key) : key]))
  }
  return found
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/** A text, the texts of a list, or the texts of a map. */
function textsIn(value: unknown, at: Path): CitingText['texts'] {
  if (typeof value === 'string') return [{ text: value, at }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [{ text: inner, at: [...at, Array.isArray(value) ? Number(key) : key] }] : [],
  )
}
