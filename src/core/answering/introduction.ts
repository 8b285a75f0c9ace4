import type { DirectAnswer } from '../domain/answer.ts'
import type { Introduced } from '../routing/names-alone.ts'
import { overview } from './overview.ts'
import { topic } from './topic.ts'

/** What introduces an option: the entry on it, else the overview of its comparison. */
export function introduction({ of, entry }: Introduced): DirectAnswer {
  return entry ? topic(of, entry, []) : overview(of)
}
