import type { Ambiguous } from '../core/domain/answer.ts'
import { actions, menu, section } from './blocks.ts'
import { labelLength } from './budget.ts'
import type { Card, CardContext } from './card-types.ts'
import { elsewhereButtons, elsewhereLines } from './elsewhere.ts'
import { footLines, lead, menuValues } from './foot.ts'
import { actionIds, numberedAction } from './ids.ts'
import { escapeText } from './mrkdwn.ts'
import type { State } from './state.ts'
import { stateButton } from './state-button.ts'

/** The card of a question that fits several topics: their titles, and a button for each. */
export function ambiguousCard(answer: Ambiguous, context: CardContext): Card {
  const candidates = answer.candidates.slice(0, 3)
  const first = `Your question fits ${candidates.length === 2 ? 'two topics' : 'several topics'}. Which one?`
  const lines = candidates.map(({ title }, index) => `${index + 1}. ${escapeText(title)}`)
  const labels = labelsOf(answer, candidates)
  const buttons = candidates.map((candidate, index) =>
    stateButton(
      numberedAction(actionIds.showEntry, index),
      labels[index] ?? '',
      candidateState(answer, candidate.entry),
      candidate.title,
    ),
  )
  return {
    text: [first, ...lines].join('\n'),
    blocks: [
      section([lead(first), ...lines].join('\n')),
      ...elsewhereLines(answer),
      ...footLines(context),
      actions([...buttons, ...elsewhereButtons(answer).slice(0, 3 - buttons.length), menu(options(context))]),
    ],
  }
}

function candidateState({ comparison }: Ambiguous, entry: string): State {
  const found = comparison.entries.find((each) => each.entry === entry)
  if (!found) return { kind: 'comparison', slug: comparison.slug, facts: {} }
  return { kind: found.kind === 'table' ? 'table' : 'faq', slug: comparison.slug, facts: {}, entry }
}

/** All labels alike: the names of the topics where each fits a button, else the numbers of their lines. */
function labelsOf({ comparison }: Ambiguous, candidates: Ambiguous['candidates']): string[] {
  const names = candidates.map(({ entry, title }, index) => {
    const found = comparison.entries.find((each) => each.entry === entry)
    return `${index + 1}. ${found?.kind === 'criterion' ? found.short : title}`
  })
  return names.every((name) => name.length <= labelLength)
    ? names
    : candidates.map((_, index) => `Show ${index + 1}`)
}

function options({ surface, asker }: CardContext): { label: string; value: string }[] {
  const all = { label: 'All topics', value: menuValues.topics }
  const removable = surface !== 'private' && surface !== 'home' && asker !== undefined
  return removable ? [all, { label: 'Remove', value: menuValues.remove(asker) }] : [all]
}
