import type { Answer } from '../core/domain/answer.ts'
import { actions, button, menu, smallPrint } from './blocks.ts'
import { columns } from './budget.ts'
import type { Block, Button, CardContext } from './card-types.ts'
import { elsewhereButtons } from './elsewhere.ts'
import { actionIds } from './ids.ts'
import { bold, harmless, quote, visible } from './mrkdwn.ts'
import { plainName } from './read-facts.ts'
import { encodeState, stateBlockId, stateOf } from './state.ts'

/** Two lines on a phone. */
const noteLength = 76

/** Values of the menu behind the three dots. `remove:U…` and `entry:kind/name` carry what they need. */
export const menuValues = {
  sources: 'sources',
  topics: 'topics',
  overview: 'overview',
  remove: (user: string) => `remove:${user}`,
  entry: (id: string) => `entry:${id}`,
} as const

export type MenuChoice =
  | { choice: 'sources' | 'topics' | 'overview' }
  | { choice: 'remove'; user: string }
  | { choice: 'entry'; entry: string }

/** Reads the value of a chosen menu option; null for one that no version of this card wrote. */
export function menuChoice(value: string): MenuChoice | null {
  if (value === 'sources' || value === 'topics' || value === 'overview') return { choice: value }
  if (value.startsWith('remove:')) return { choice: 'remove', user: value.slice('remove:'.length) }
  if (value.startsWith('entry:')) return { choice: 'entry', entry: value.slice('entry:'.length) }
  return null
}

/** Which buttons a card has beside its menu; at most three are shown. */
export interface Foot {
  why?: boolean
  fullTable?: boolean
  share?: boolean
  /** A card that began with one-tap cases offers the way back to them. */
  overview?: boolean
  /** Entries near to the answer, for the menu. */
  near?: readonly { entry: string; title: string }[]
}

/** The row of buttons at a card's end: at most three beside the menu. */
export function footRow(answer: Answer, context: CardContext, foot: Foot): Block {
  const state = stateOf(answer)
  const value = encodeState(state)
  const id = stateBlockId(state)
  const buttons: Button[] = []
  if (foot.why) buttons.push(button(actionIds.why, 'Why?', value))
  buttons.push(...elsewhereButtons(answer))
  if (foot.fullTable) buttons.push(button(actionIds.fullTable, 'Full table', value))
  if (foot.share && context.surface === 'private') buttons.push(button(actionIds.share, 'Share here', value))
  if (buttons.length < 3 && id === undefined) buttons.push(button(actionIds.sources, 'Sources', value))
  return actions([...buttons.slice(0, 3), menu(menuOptions(context, foot))], id)
}

/** The lines that follow the content: who answered, who shared, what the caller must say. Empty where none applies. */
export function footLines(context: CardContext): Block[] {
  const { answered, sharedBy, note, people } = context
  const lines: string[] = []
  if (answered) {
    const by = answered.user === undefined ? 'You' : people(answered.user)
    lines.push(harmless(`${by.replace(/^@/, '')} answered: ${answered.label}`, columns))
  }
  if (sharedBy) {
    const by = plainName(people(sharedBy.user))
    const room = columns - `${visible(by)} asked: ""`.length
    lines.push(
      sharedBy.asked === undefined
        ? `Shared by ${by}`
        : `${by} asked: ${quote(sharedBy.asked, Math.max(room, 1))}`,
    )
  }
  if (note) lines.push(harmless(note, noteLength))
  return lines.length > 0 ? [smallPrint(lines.join('\n'))] : []
}

/** Line one in bold. */
export function lead(escaped: string): string {
  return bold(escaped)
}

function menuOptions(context: CardContext, foot: Foot): { label: string; value: string }[] {
  const remover = context.sharedBy?.user ?? context.asker
  const removable = context.surface !== 'private' && context.surface !== 'home' && remover !== undefined
  const fixed = [
    { label: 'Sources', value: menuValues.sources },
    ...(foot.overview ? [{ label: 'Overview', value: menuValues.overview }] : []),
    { label: 'All topics', value: menuValues.topics },
  ]
  const last = removable ? [{ label: 'Remove', value: menuValues.remove(remover) }] : []
  const near = (foot.near ?? [])
    .map(({ entry, title }) => ({ label: title, value: menuValues.entry(entry) }))
    .filter(({ value }) => value.length <= 75)
    .slice(0, 5 - fixed.length - last.length)
  return [...fixed.slice(0, 1), ...near, ...fixed.slice(1), ...last]
}
