import type { Answer } from '../../core/domain/answer.ts'
import type { Pick } from '../../core/domain/pick.ts'

/**
 * What an answer's card recommends: a rule of the house, where one says otherwise than the first line, else what that
 * line says, null where it recommends nothing: a verdict's pick, that of a scenario or of a topic that declares one, and
 * of a criterion or a topic on using several what most guides say, where the line itself names it.
 * Other topics explain; where their line names an option it need not recommend it.
 */
export function pickOf(answer: Answer): Pick {
  if (answer.kind === 'verdict') return answer.pick
  if (answer.kind !== 'faq') return null
  const { entry, agreement, comparison, house = [] } = answer
  const [ruled, ...others] = new Set(house.map(({ option }) => option))
  if (ruled !== undefined) return others.length > 0 ? null : ruled
  if ('pick' in entry && entry.pick !== undefined) return entry.pick
  if (agreement === null || (entry.kind !== 'criterion' && entry.kind !== 'polyglot')) return null
  const { winner } = agreement
  const option = comparison.options.find(({ id }) => id === winner)
  const names = (name: string) => holdsWord(entry.answer, name)
  if (option && names(option.name)) return option.id
  // Positions say `both` where a guide finds either good, so a criterion gives no part to an option.
  if (entry.kind === 'criterion') return names('either') ? 'either' : null
  const all = comparison.options.every(({ name }) => names(name))
  return winner === 'both' && (all || names('both')) ? 'both' : null
}

function holdsWord(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}
