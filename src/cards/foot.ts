import type { Answer } from '../core/domain/answer.ts'
import { actions, button, menu, smallPrint } from './blocks.ts'
import { columns } from './budget.ts'
import type { Block, Button, CardContext } from './card-types.ts'
import { elsewhereButtons } from './elsewhere.ts'
import { actionIds } from './ids.ts'
import { bold, harmless, quote, visible } from './mrkdwn.ts'
import { plainName } from './read-facts.ts'
import { encodeState, stateBlockId, stateOf } from './state.ts'

const shareLabel = 'Share here'

/** Buttons beside the menu. */
const most = 3

/** Two lines on a phone. */
const noteLength = 76

const plainValues = {
  sources: 'sources',
  fullTable: 'full-table',
  topics: 'topics',
  overview: 'overview',
  share: 'share',
} as const

/** Values of the menu behind the three dots. `remove:U…` and `entry:kind/name` carry what they need. */
export const menuValues = {
  ...plainValues,
  remove: (user: string) => `remove:${user}`,
  entry: (id: string) => `entry:${id}`,
} as const

export type MenuChoice =
  | { choice: (typeof plainValues)[keyof typeof plainValues] }
  | { choice: 'remove'; user: string }
  | { choice: 'entry'; entry: string }

/** Reads the value of a chosen menu option; null for one that no version of this card wrote. */
export function menuChoice(value: string): MenuChoice | null {
  const plain = Object.values(plainValues).find((choice) => choice === value)
  if (plain) return { choice: plain }
  if (value.startsWith('remove:')) return { choice: 'remove', user: value.slice('remove:'.length) }
  if (value.startsWith('entry:')) return { choice: 'entry', entry: value.slice('entry:'.length) }
  return null
}

/** Which buttons a card has beside its menu; at most three are shown. */
export interface Foot {
  /** Label of the button that opens the facts as a form. */
  form?: string
  why?: boolean
  fullTable?: boolean
  share?: boolean
  /** A card that began with one-tap cases offers the way back to them. */
  overview?: boolean
  /** Entries near to the answer, for the menu. */
  near?: readonly { entry: string; title: string }[]
}

/** The row of buttons at a card's end: at most three beside the menu, to which the full table gives way, then the sharing. */
export function footRow(answer: Answer, context: CardContext, foot: Foot): Block {
  const value = encodeState(stateOf(answer, context))
  const id = stateBlockId(value)
  const buttons: Button[] = []
  if (foot.form !== undefined) buttons.push(button(actionIds.form, foot.form, value))
  if (foot.why) buttons.push(button(actionIds.why, 'Why?', value))
  const elsewhere = elsewhereButtons(answer)
  const table = foot.fullTable ? [button(actionIds.fullTable, 'Full table', value)] : []
  const share = foot.share === true && context.surface === 'private'
  const last = share ? [button(actionIds.share, shareLabel, value)] : []
  const room = most - buttons.length - elsewhere.length - last.length
  buttons.push(...elsewhere, ...table.slice(0, Math.max(room, 0)), ...last)
  if (buttons.length < most && id === undefined) buttons.push(button(actionIds.sources, 'Sources', value))
  const hidden = { fullTable: table.length > room, share: share && buttons.length > most }
  const options = menuOptions(context, { ...foot, ...hidden }, id !== undefined)
  return actions([...buttons.slice(0, most), menu(options)], id)
}

/**
 * The lines that follow the content: who answered, what `changes` tells of, who shared, what the caller must say.
 * Empty where none applies.
 */
export function footLines(context: CardContext, changes: readonly string[] = []): Block[] {
  const { answered, sharedBy, note, people } = context
  const lines: string[] = []
  if (answered) {
    const by = answered.user === undefined ? 'You' : people(answered.user)
    lines.push(harmless(`${by.replace(/^@/, '')} answered: ${answered.label}`, columns))
  }
  lines.push(...changes)
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

/** Without the state in its row the menu of a private card can only show what needs none. */
function menuOptions(
  context: CardContext,
  foot: Foot,
  hasState: boolean,
): { label: string; value: string }[] {
  const remover = context.sharedBy?.user ?? context.asker
  const removable = context.surface !== 'private' && context.surface !== 'home' && remover !== undefined
  const topics = { label: 'All topics', value: menuValues.topics }
  if (!hasState && context.surface === 'private') return [topics]
  const fixed = [
    { label: 'Sources', value: menuValues.sources },
    ...(foot.fullTable ? [{ label: 'Full table', value: menuValues.fullTable }] : []),
    ...(foot.share ? [{ label: shareLabel, value: menuValues.share }] : []),
    ...(foot.overview ? [{ label: 'Overview', value: menuValues.overview }] : []),
    topics,
  ]
  const last = removable ? [{ label: 'Remove', value: menuValues.remove(remover) }] : []
  const near = (foot.near ?? [])
    .map(({ entry, title }) => ({ label: title, value: menuValues.entry(entry) }))
    .filter(({ value }) => value.length <= 75)
    .slice(0, 5 - fixed.length - last.length)
  return [...fixed.slice(0, 1), ...near, ...fixed.slice(1), ...last]
}
