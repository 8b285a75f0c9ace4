import type { PreparedComparison } from '../../core/engine.ts'
import { matchEntries } from '../../core/matching/entry-index.ts'
import { questionFeatures } from '../../core/matching/features.ts'
import { maskedWords } from '../../core/matching/prepare.ts'
import type { Finding } from './finding.ts'

/** A smaller share of lost wordings is what any set of entries has that lie near to each other. */
const MUCH = 1 / 6

/**
 * Wordings that another entry wins although they are known: asked in the very words they lead elsewhere. An entry that
 * loses more than a sixth of its own is a warning; the note counts all.
 */
export function checkWordings({ comparison, names, index }: PreparedComparison): {
  findings: Finding[]
  note: string
} {
  const { slug, entries } = comparison
  const findings: Finding[] = []
  let [all, lost] = [0, 0]
  for (const [place, { entry, wordings }] of entries.entries()) {
    const elsewhere = wordings.flatMap((wording) => {
      const [best] = matchEntries(index, questionFeatures(maskedWords(wording, names)), 1).ranked
      return best && best.entry !== place ? [{ wording, to: entries[best.entry]?.entry ?? '' }] : []
    })
    all += wordings.length
    lost += elsewhere.length
    const [first] = elsewhere
    if (!first || elsewhere.length <= wordings.length * MUCH) continue
    findings.push({
      level: 'warning',
      where: `${slug} ${entry}`,
      problem: `${elsewhere.length} of its ${wordings.length} wordings lead to another entry, such as "${first.wording}" to ${first.to}`,
      remedy: 'Move them there, or write them so that they belong here alone.',
    })
  }
  return { findings, note: `${slug}: ${lost} of ${all} wordings lead to another entry than their own.` }
}
