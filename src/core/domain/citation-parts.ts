import type { Citation } from './citation.ts'

export interface CitationParts {
  source: string
  /** First and last line in a guide's file, counted from 1. */
  lines?: [number, number]
  section?: string
}

/** Splits a valid citation into its source and its lines or section; a bare source id has neither. */
export function citationParts(citation: Citation): CitationParts {
  const hash = citation.indexOf('#')
  if (hash >= 0) return { source: citation.slice(0, hash), section: citation.slice(hash + 1) }
  const [source = '', range] = citation.split(':')
  if (range === undefined) return { source }
  const [from = 0, to = from] = range.split('-').map(Number)
  return { source, lines: [from, to] }
}
