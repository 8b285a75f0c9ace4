import type { Answer } from '../../core/domain/answer.ts'
import type { Pick } from '../../core/domain/pick.ts'

/**
 * What the first line of an answer's card recommends, null where it recommends nothing: a verdict's pick, a
 * scenario's, and of a criterion or a topic on using several what most guides say, where the line itself says it.
 */
export function pickOf(answer: Answer): Pick {
  if (answer.kind === 'verdict') return answer.pick
  if (answer.kind !== 'faq') return null
  const { entry, agreement, comparison } = answer
  if (entry.kind === 'scenario') return entry.pick
  if (agreement === null) return null
  const { winner } = agreement
  const option = comparison.options.find(({ id }) => id === winner)
  const names = (name: string) => holdsWord(entry.answer, name)
  if (entry.kind === 'criterion') {
    if (option) return names(option.name) ? option.id : null
    // Guides that find both good name no part for either.
    return (winner === 'both' || winner === 'neither') && names('either') ? 'either' : null
  }
  if (entry.kind === 'polyglot') {
    if (option) return names(option.name) ? option.id : null
    const all = comparison.options.every(({ name }) => names(name))
    return winner === 'both' && (all || names('both')) ? 'both' : null
  }
  return null
}

function holdsWord(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}
