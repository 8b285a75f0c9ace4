import type { Answer } from '../core/domain/answer.ts'
import { harmless } from './mrkdwn.ts'
import { capitalized, listed } from './wording.ts'

const nameLength = 16

/** Names that are told of; a line has no room for more. */
const mostNames = 2

/** "Go is not weighed here.": what was set beside the options and is not covered; empty where nothing was. */
export function unweighedLines(answer: Answer): string[] {
  const names = ('unweighed' in answer && answer.unweighed) || []
  if (names.length === 0) return []
  const shown = names.slice(0, mostNames).map((name) => harmless(name, nameLength))
  const left = names.length - shown.length
  const all = left > 0 ? [...shown, `${left} more`] : shown
  const line = listed(all)
  return [
    `${line === line.toLowerCase() ? capitalized(line) : line} ${all.length > 1 ? 'are' : 'is'} not weighed here.`,
  ]
}
