import type { Ambiguous } from '../core/domain/answer.ts'
import { actions, menu, section } from './blocks.ts'
import { labelLength } from './budget.ts'
import type { Card, CardContext } from './card-types.ts'
import { footLines, lead, menuValues, stateButton } from './foot.ts'
import { actionIds, numberedAction } from './ids.ts'
import { escapeText } from './mrkdwn.ts'
import type { State } from './state.ts'

/** The card of a question that fits several topics: their titles, and a button for each. */
export function ambiguousCard(answer: Ambiguous, context: CardContext): Card {
  const candidates = answer.candidates.slice(0, 3)
  const first = `Your question fits ${candidates.length === 2 ? 'two topics' : 'several topics'}. Which one?`
  const lines = candidates.map(({ title }, index) => `${index + 1}. ${escapeText(title)}`)
  const buttons = candidates.map((candidate, index) =>
    stateButton(
      numberedAction(actionIds.showEntry, index),
      label(answer, candidate, index),
      candidateState(answer, candidate.entry),
      `Show: ${candidate.title}`,
    ),
  )
  return {
    text: [first, ...lines].join('\n'),
    blocks: [
      section([lead(first), ...lines].join('\n')),
      ...footLines(context),
      actions([...buttons, menu(options(context))]),
    ],
  }
}

function candidateState({ comparison }: Ambiguous, entry: string): State {
  const found = comparison.entries.find((each) => each.entry === entry)
  if (!found) return { v: 1, kind: 'comparison', slug: comparison.slug, facts: {} }
  return { v: 1, kind: found.kind === 'table' ? 'table' : 'faq', slug: comparison.slug, facts: {}, entry }
}

/** The number of its line, with the short name where there is one that fits. */
function label({ comparison }: Ambiguous, candidate: Ambiguous['candidates'][number], index: number): string {
  const found = comparison.entries.find((each) => each.entry === candidate.entry)
  const short = found?.kind === 'criterion' ? found.short : candidate.title
  const long = `${index + 1}. ${short}`
  return long.length <= labelLength ? long : `Topic ${index + 1}`
}

function options({ surface, asker }: CardContext): { label: string; value: string }[] {
  const all = { label: 'All topics', value: menuValues.topics }
  const removable = surface !== 'private' && surface !== 'home' && asker !== undefined
  return removable ? [all, { label: 'Remove', value: menuValues.remove(asker) }] : [all]
}
